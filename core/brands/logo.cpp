#include "brands/logo.h"

#include "base/error.h"
#include "base/limits.h"
#include "documents/file_type.h"

namespace stead::brands {
namespace {

constexpr const char* field = "/logo";
constexpr const char* wrongFormat = "Only JPG, JPEG, PNG and SVG formats are allowed.";

[[noreturn]] void refuse(std::string why) { throw fieldError(Code::malformedFile, field, std::move(why)); }

bool looksLikeMarkup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

}  // namespace

std::string tellLogo(ByteView bytes) {
  if (bytes.size() > limits::logoBytesMax) {
    throw fieldError(Code::tooLarge, field,
                     "must be at most " + std::to_string(limits::logoBytesMax / 1024) + " KB; send a smaller picture");
  }
  if (looksLikeMarkup(textOf(bytes))) {
    const std::string problem = svgProblem(textOf(bytes));
    if (!problem.empty()) refuse("the SVG logo " + problem);
    return "svg";
  }
  // Nothing but a picture is looked into: a logo is no way to reach the reader of PDFs.
  if (!documents::isPicture(bytes)) refuse(wrongFormat);
  try {
    return documents::fileTypeName(documents::tellFile(bytes).type);
  } catch (const Error& problem) {
    refuse("the logo " + problem.text());
  }
}

}  // namespace stead::brands
