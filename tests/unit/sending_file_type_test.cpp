#include <catch2/catch.hpp>

#include "base/limits.h"
#include "documents/file_type.h"
#include "support/send_samples.h"

using namespace stead;
using namespace stead::documents;
using stead::test::bytesFrom;
using stead::test::readBytes;
using stead::test::refusalOf;

namespace {

// A PDF whose page tree is `pages` (object 2), with further objects from 3 on; offsets are computed.
Bytes pdfOf(const std::string& pages, const std::vector<std::string>& more) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", pages};
  objects.insert(objects.end(), more.begin(), more.end());
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(out.size());
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t xref = out.size();
  out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    std::string digits = std::to_string(offset);
    out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  out += "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(xref) + "\n%%EOF\n";
  return bytesFrom(out);
}

// One page object that stands `count` times in the tree.
Bytes pdfWithPages(int count) {
  std::string kids;
  for (int i = 0; i < count; ++i) kids += "3 0 R ";
  return pdfOf("<< /Type /Pages /Count " + std::to_string(count) + " /Kids [" + kids + "] >>",
               {"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"});
}

std::string factsOf(const Bytes& bytes) {
  const FileFacts facts = tellFile(bytes);
  return std::string(fileTypeName(facts.type)) + " " + (facts.pages ? std::to_string(*facts.pages) : "-");
}

Bytes cut(Bytes bytes, std::size_t size) {
  bytes.resize(size);
  return bytes;
}

Bytes joined(const Bytes& a, const Bytes& b) {
  Bytes out = a;
  out.insert(out.end(), b.begin(), b.end());
  return out;
}

}  // namespace

TEST_CASE("The type of a file is told by its content", "[sending][file]") {
  CHECK(factsOf(readBytes("examples/data/agreement.pdf")) == "pdf 3");
  CHECK(factsOf(readBytes("tests/data/object_streams.pdf")) == "pdf 3");
  CHECK(factsOf(readBytes("tests/data/sample.png")) == "png 1");
  CHECK(factsOf(readBytes("tests/data/sample.jpg")) == "jpg 1");
  CHECK(factsOf(readBytes("tests/data/sample.docx")) == "docx -");
}

TEST_CASE("A file that is two things is what its first bytes say", "[sending][file]") {
  const Bytes pdf = readBytes("examples/data/agreement.pdf");
  const Bytes png = readBytes("tests/data/sample.png");
  const Bytes docx = readBytes("tests/data/sample.docx");
  CHECK(factsOf(joined(png, pdf)) == "png 1");
  CHECK(factsOf(joined(readBytes("tests/data/sample.jpg"), pdf)) == "jpg 1");
  // A reader that looks for "%PDF-" anywhere would open this one as a PDF.
  CHECK(refusalOf([&] { (void)tellFile(joined(bytesFrom("<html>"), pdf)); }) ==
        "malformedFile is of an unsupported type; send PDF, PNG, JPEG or DOCX");
  CHECK(refusalOf([&] { (void)tellFile(joined(docx, pdf)); }).starts_with("malformedFile is a damaged or cut archive"));
}

TEST_CASE("Files that cannot be read are refused", "[sending][file]") {
  const Bytes pdf = readBytes("examples/data/agreement.pdf");
  const Bytes png = readBytes("tests/data/sample.png");
  const Bytes jpg = readBytes("tests/data/sample.jpg");
  const Bytes docx = readBytes("tests/data/sample.docx");
  struct Row {
    const char* what;
    Bytes bytes;
    const char* refusal;
  };
  const Row rows[] = {
      {"empty", {}, "malformedFile is empty"},
      {"text", bytesFrom("hello"), "malformedFile is of an unsupported type"},
      {"magic only", bytesFrom("%PDF-1.4\n"), "malformedFile is a damaged PDF"},
      {"half a PDF", cut(pdf, pdf.size() / 2), "malformedFile is a damaged PDF"},
      {"PDF without its end", cut(pdf, pdf.size() - 30), "malformedFile is a damaged PDF"},
      {"password", readBytes("tests/data/encrypted.pdf"), "malformedFile is encrypted; send it without a password"},
      {"owner's password", readBytes("tests/data/owner_locked.pdf"), "malformedFile is encrypted"},
      {"no page", pdfOf("<< /Type /Pages /Count 0 /Kids [] >>", {}), "malformedFile is a PDF without a page"},
      {"no page tree", pdfOf("null", {}), "malformedFile is a damaged PDF"},
      {"a tree that holds itself", pdfOf("<< /Type /Pages /Count 1 /Kids [2 0 R] >>", {}),
       "malformedFile is a damaged PDF"},
      {"a kid that is no page", pdfOf("<< /Type /Pages /Count 1 /Kids [7] >>", {}), "malformedFile is a damaged PDF"},
      {"PNG magic", cut(png, 8), "malformedFile is cut short"},
      {"half a PNG", cut(png, png.size() / 2), "malformedFile is cut short"},
      {"PNG without its last byte", cut(png, png.size() - 1), "malformedFile is cut short"},
      {"JPEG magic", cut(jpg, 3), "malformedFile is cut short"},
      {"JPEG without its end", cut(jpg, jpg.size() - 2), "malformedFile is cut short"},
      {"JPEG without a frame", bytesFrom("\xFF\xD8\xFF\xDA\xFF\xD9"),
       "malformedFile is a JPEG picture without an area"},
      {"archive", cut(docx, docx.size() - 5), "malformedFile is a damaged or cut archive"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const std::string refusal = refusalOf([&] { (void)tellFile(row.bytes); });
    CAPTURE(refusal);
    CHECK(refusal.starts_with(row.refusal));
  }
}

TEST_CASE("A picture without an area is refused", "[sending][file]") {
  Bytes png = readBytes("tests/data/sample.png");
  for (std::size_t i = 16; i < 20; ++i) png[i] = 0;  // width
  CHECK(refusalOf([&] { (void)tellFile(png); }) == "malformedFile is a PNG picture without an area");
}

TEST_CASE("An archive is a docx only with its content types and a Word part", "[sending][file]") {
  Bytes docx = readBytes("tests/data/sample.docx");
  std::string text(docx.begin(), docx.end());
  for (std::size_t at = text.find("word/document.xml"); at != std::string::npos; at = text.find("word/document.xml")) {
    text.replace(at, 4, "excl");
  }
  CHECK(refusalOf([&] { (void)tellFile(bytesFrom(text)); }).starts_with("malformedFile is an archive, but not a Word"));
}

TEST_CASE("At most 1000 pages", "[sending][file]") {
  CHECK(factsOf(pdfWithPages(1000)) == "pdf 1000");
  CHECK(refusalOf([] { (void)tellFile(pdfWithPages(1001)); }) == "tooLarge has more than 1000 pages");
}

TEST_CASE("A page tree of any depth is walked without recursion", "[sending][file]") {
  std::vector<std::string> nodes;
  for (int i = 3; i < 20000; ++i) {
    nodes.push_back("<< /Type /Pages /Count 1 /Kids [" + std::to_string(i + 1) + " 0 R] >>");
  }
  nodes.emplace_back("<< /Type /Page >>");
  CHECK(refusalOf([&] {
          (void)tellFile(pdfOf("<< /Type /Pages /Count 1 /Kids [3 0 R] >>", nodes));
        }).starts_with("malformedFile is a damaged PDF"));
}
