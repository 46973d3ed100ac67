// The audit certificate of a document: who sent it, in whose name and by what right, who signed, what happened, and how
// to check it without trusting whoever hands it over.
#pragma once

#include <string>
#include <vector>

#include "documents/document_act.h"
#include "engine/engine.h"

namespace stead::documents {

struct Paragraph {
  std::string label;  // "" for none
  std::string text;
};
struct Section {
  std::string heading;
  std::vector<Paragraph> paragraphs;
};
struct Certificate {
  std::string title;
  std::string subtitle;
  std::string footer;  // on every page, before its number
  std::vector<Section> sections;
};

// What it says, from one snapshot. The document has ended.
[[nodiscard]] Certificate certificateOf(const Engine& engine, Connection& db, AccountScope scope, const Loaded& loaded,
                                        std::int64_t now);
// As a PDF on A4. The same certificate gives the same bytes.
[[nodiscard]] Bytes drawCertificate(const Certificate& certificate);

}  // namespace stead::documents
