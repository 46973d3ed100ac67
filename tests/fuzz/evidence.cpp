// The evidence verifier: one true file is made, and nothing that differs from it may pass, however it was changed.
// The first byte says how: 'e' edits of single bytes, 'p' a JSON merge patch, anything else: the whole file.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "support.h"

using namespace stead_fuzz;
using Json = nlohmann::json;

namespace {

struct Truth {
  std::string file;
  std::string vkey;
  Json evidence;
};

Record verified(const std::string& file, const std::string& vkey) {
  Record answer;
  Error error;
  const stead_status status =
      stead_evidence_verify(file.data(), static_cast<std::int64_t>(file.size()), vkey.c_str(), out(answer), out(error));
  holdOutcome(status, error.get());
  hold(status == STEAD_OK || status == STEAD_INVALID, "evidence is judged, or is no evidence");
  holdAnswer(status, answer);
  return answer;
}

bool passes(const Record& answer) { return answer.get() != nullptr && stead_record_boolean(answer.get(), "/ok") == 1; }

Truth makeTruth() {
  const Store store;
  Error error;
  Record evidence;
  stead_test::require(
      stead_audit_export_evidence(store.session(2), store.named("$document").c_str(), out(evidence), out(error)),
      error);
  Record checkpoint;
  stead_test::require(
      stead_audit_checkpoint(store.engine(), store.named("$account").c_str(), out(checkpoint), out(error)), error);
  Truth truth{stead_test::json(evidence), stead_test::text(checkpoint, "/vkey"), {}};
  truth.evidence = Json::parse(truth.file);
  hold(passes(verified(truth.file, truth.vkey)), "the true evidence passes");
  return truth;
}

// A part of the truth is true: entries may be left out, with their personal fields, but none may come in.
bool isPartOf(const Json& list, const Json& whole) {
  return std::all_of(list.begin(), list.end(),
                     [&](const Json& item) { return std::find(whole.begin(), whole.end(), item) != whole.end(); });
}

void holdTrue(const std::string& file, const Json& truth) {
  const Json claimed = Json::parse(file, nullptr, false);
  hold(claimed.is_object() && claimed.size() == truth.size(), "what passes has the members of the truth");
  for (const auto& member : truth.items()) {
    const Json& value = claimed.value(member.key(), Json());
    const bool isList = member.key() == "entries" || member.key() == "personal";
    hold(isList ? isPartOf(value, member.value()) : value == member.value(), "nothing passes but the truth");
  }
}

std::string edited(std::string file, Input& input) {
  while (!input.empty() && !file.empty()) {
    const std::size_t at = (std::size_t{input.byte()} << 8U | input.byte()) % file.size();
    const std::uint8_t how = input.byte();
    const char letter = static_cast<char>(input.byte());
    if (how % 3 == 0)
      file[at] = letter;
    else if (how % 3 == 1)
      file.insert(at, 1, letter);
    else
      file.erase(at, 1U + static_cast<std::uint8_t>(letter));
  }
  return file;
}

std::string patched(Json evidence, std::string_view text) {
  const Json patch = Json::parse(text, nullptr, false);
  if (patch.is_discarded()) return {};
  evidence.merge_patch(patch);
  return evidence.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Truth truth = makeTruth();
  Input input(data, size);
  std::string file;
  const std::uint8_t how = size == 0 ? 0 : data[0];
  if (how == 'e' || how == 'p') (void)input.byte();
  if (how == 'e')
    file = edited(truth.file, input);
  else if (how == 'p')
    file = patched(truth.evidence, input.rest());
  else
    file = input.rest();
  if (passes(verified(file, truth.vkey))) holdTrue(file, truth.evidence);
  return 0;
}
