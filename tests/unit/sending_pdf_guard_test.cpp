#include <catch2/catch.hpp>

#include "documents/file_type.h"
#include "documents/pdf_stream_head.h"
#include "support/send_samples.h"

using namespace stead;
using namespace stead::documents;
using stead::test::bytesFrom;
using stead::test::readBytes;
using stead::test::refusalOf;

TEST_CASE("The filter of a stream is told only when it is beyond doubt", "[sending][pdf]") {
  struct Row {
    const char* head;      // the data begin behind it
    const char* expected;  // "none", "flate", "?" = cannot be told
  };
  const Row rows[] = {
      {"5 0 obj <</Length 9>>\nstream\n", "none"},
      {"5 0 obj <</Length 9>>stream\r\n", "none"},
      {"%PDF-1.5\n%\xE2\xE3\xCF\xD3\n5 0 obj\n<< /Length 9 /Filter /FlateDecode >>\nstream\n", "flate"},
      {"1 0 obj\n<<>>\nendobj\n5 0 obj\n<</Filter[/FlateDecode]/W[1 2 1]/ID[<00ff><00FF>]/Root 1 0 R>>\nstream\n",
       "flate"},
      {"startxref\n9\n%%EOF\n5 0 obj\n<</Filter/Fl>>\nstream\n", "flate"},
      {"endobj\n%% Original object ID: 9 0\n5 0 obj\n<</Filter null>>\nstream\n", "none"},
      {"5 0 obj <</Filter[]>>stream\n", "none"},
      {"5 0 obj <</#46ilter/Fl#61teDecode>>stream\n", "flate"},
      {"5 0 obj <</Inner<</Filter/LZWDecode>>/Filter/FlateDecode/Text(a\\)(b))>>stream\n", "flate"},
      {"5 0 obj <</Filter/LZWDecode>>stream\n", "?"},
      {"5 0 obj <</#46ilter/LZW#44ecode>>stream\n", "?"},
      {"5 0 obj <</Filter[/FlateDecode/FlateDecode]>>stream\n", "?"},
      {"5 0 obj <</Filter[/ASCIIHexDecode /FlateDecode]>>stream\n", "?"},
      {"5 0 obj <</Filter 7 0 R>>stream\n", "?"},
      {"5 0 obj <</Filter[7 0 R]>>stream\n", "?"},
      {"5 0 obj <</Filter/FlateDecode/Filter/RunLengthDecode>>stream\n", "?"},
      // Heads that only look like one: the true object began earlier.
      {"5 0 obj <</Filter/LZWDecode/X(\nendobj\n6 0 obj<</A 1)>>stream\n", "?"},
      {"5 0 obj <</Filter/LZWDecode %endobj 6 0 obj <</A 1\n>>stream\n", "?"},
      {"5 0 obj <</Filter/LZWDecode\nendobj\n6 0 obj <</A 1>> >>stream\n", "?"},
      {"5 0 obj <</Filter/LZWDecode/X(\n%%EOF\n6 0 obj <</A 1>>)>>stream\n", "?"},
      {"5 0 obj <</Filter/LZWDecode>>\n%%EOF 6 0 obj <</A 1>>\nstream\n", "?"},
      {"5 0 obj <</Length 9>> 7 stream\n", "?"},
      {"5 0 obj <</Length 9 stream\n", "?"},
      {"5 0 obj [/Length 9>>stream\n", "?"},
      {"5 0 obj <</A[>>]>>stream\n", "?"},
      {"5 0 obj <</A<0g>>>stream\n", "?"},
      {"5 0 obj <</A(b>>stream\n", "?"},
      {"5 0 obj <</A#g0 1>>stream\n", "?"},
      {"<</Length 9>>stream\n", "?"},
      {"5 0 obj <</Length 9>>\nendstream\n", "?"},
      {"5 0 obj <</Length 9>>\nstream", "?"},
      {"", "?"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.head);
    const std::string_view head(row.head);
    const auto filter = streamFilter(std::string(head) + "data", head.size());
    CHECK(std::string(!filter ? "?" : *filter == StreamFilter::flate ? "flate" : "none") == row.expected);
  }
  // A head that is too long to be honest.
  const std::string endless = "5 0 obj <</X(" + std::string(70000, 'x') + ")>>stream\n";
  CHECK_FALSE(streamFilter(endless, endless.size()));
}

TEST_CASE("A PDF that unfolds into far more than it is, is refused before it does", "[sending][pdf]") {
  const std::string unusual = "malformedFile is a PDF of an unusual structure; print it to PDF again and send that";
  CHECK(countPdfPages(readBytes("tests/data/inflates_to_20_mib.pdf")) == 1);
  CHECK(refusalOf([] { (void)tellFile(readBytes("tests/data/inflates_to_40_mib.pdf")); }) == unusual);
  CHECK(refusalOf([] { (void)tellFile(readBytes("tests/data/inflates_twice.pdf")); }) == unusual);
}

TEST_CASE("A PDF whose objects lead on and on does not exhaust the stack", "[sending][pdf]") {
  // The length of each stream is the next stream.
  constexpr int last = 20000;
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  const auto add = [&](const std::string& object) {
    offsets.push_back(out.size());
    out += std::to_string(offsets.size()) + " 0 obj\n" + object + "\nendobj\n";
  };
  add("<< /Type /Catalog /Pages 2 0 R >>");
  for (int i = 2; i < last; ++i) add("<< /Length " + std::to_string(i + 1) + " 0 R >>\nstream\n\nendstream");
  add("0");
  const std::size_t xref = out.size();
  out += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    const std::string digits = std::to_string(offset);
    out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  out += "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(xref) + "\n%%EOF\n";
  CHECK(
      refusalOf([&] { (void)tellFile(bytesFrom(out)); }).starts_with("malformedFile is a PDF of an unusual structure"));
}
