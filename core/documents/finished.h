// The finished document: the files with what the signers filled in, as one PDF or as an archive of files.
#pragma once

#include <string>
#include <vector>

#include "documents/stamp.h"

namespace stead::documents {

// One file as it was sent, and what is to be written into it.
struct SignedFile {
  std::string name;
  std::string type;  // pdf, png, jpg, docx
  Bytes bytes;
  std::vector<Stamp> stamps;
};

// Stamped pages of all files in their order, pictures turned into pages, and the pages of `certificate` behind them
// unless it is empty. Throws Code::cannotRender for a docx, malformedFile or tooLarge for what cannot be turned into
// pages.
[[nodiscard]] Bytes combine(const std::vector<SignedFile>& files, ByteView certificate);
// An archive: PDFs and pictures stamped, as PDFs; a docx as it was sent.
[[nodiscard]] Bytes archive(const std::vector<SignedFile>& files, std::int64_t at);

}  // namespace stead::documents
