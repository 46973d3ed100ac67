// The finished document: values on pages, pictures as pages, files together or apart.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "base/limits.h"
#include "documents/file_store.h"
#include "documents/file_type.h"
#include "documents/finished.h"
#include "documents/pdf_page.h"
#include "support/brands.h"
#include "support/pdf_look.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;
using namespace stead::documents;

namespace {

Bytes fileOf(const std::string& name) {
  std::ifstream in(STEAD_SOURCE_DIR "/tests/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Download finishedOf(SendingDesk& desk, const Session& session, const Json& sent, const char* format = "Combined",
                    std::int64_t offset = 0, std::int64_t max = 1 << 26) {
  return finished(desk.engine, session, SendingDesk::idOf(sent), {{"format", format}}, offset, max);
}

Json sendFiles(SendingDesk& desk, std::vector<UploadFile> files) {
  Upload upload;
  upload.files = std::move(files);
  return send(desk.engine, desk.hank, SendingDesk::record(), upload);
}

// A page of a size, with a rotation and an origin that is not 0.
Bytes onePage(const std::string& members) {
  const auto pdf = QPDF::create();
  pdf->emptyPDF();
  QPDFPageDocumentHelper(*pdf).addPage(
      QPDFPageObjectHelper(pdf->makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page " + members + " >>"))),
      false);
  return writePdf(*pdf);
}

std::string stampedWith(Bytes page, const Stamp& stamp) {
  return drawnOn(combine({{"a.pdf", "pdf", std::move(page), {stamp}}}, {})).front();
}

}  // namespace

TEST_CASE("A stamp stands where it is seen, however the page is turned", "[finish]") {
  const struct {
    const char* page;
    const char* matrix;
  } rows[] = {{"/MediaBox [0 0 200 100]", "1 0 0 1 0 0 cm"},
              {"/MediaBox [10 20 210 120]", "1 0 0 1 10 20 cm"},
              {"/MediaBox [0 0 200 100] /Rotate 90", "0 1 -1 0 200 0 cm"},
              {"/MediaBox [0 0 200 100] /Rotate 180", "-1 0 0 -1 200 100 cm"},
              {"/MediaBox [0 0 200 100] /Rotate -90", "0 -1 1 0 0 100 cm"},
              {"/MediaBox [0 0 200 100] /CropBox [50 10 150 90]", "1 0 0 1 50 10 cm"}};
  for (const auto& row : rows) {
    CAPTURE(row.page);
    Stamp stamp;
    stamp.width = 80;
    stamp.height = 20;
    stamp.text = "David";
    const std::string drawn = stampedWith(onePage(row.page), stamp);
    CHECK(drawn.find(row.matrix) != std::string::npos);
    CHECK(drawn.find(glyphsOf("David")) != std::string::npos);
  }
}

TEST_CASE("Ticks are drawn for what is ticked, captions inside a frame", "[finish]") {
  Stamp stamp;
  stamp.kind = Stamp::Kind::check;
  stamp.width = stamp.height = 20;
  stamp.text = "true";
  const Bytes page = onePage("/MediaBox [0 0 200 100]");
  CHECK(stampedWith(page, stamp).find(" Tj") != std::string::npos);
  stamp.text = "false";
  CHECK(stampedWith(page, stamp).find(" Tj") == std::string::npos);
  stamp.kind = Stamp::Kind::signature;
  stamp.width = 150;
  stamp.height = 40;
  stamp.text = "David";
  CHECK(stampedWith(page, stamp).find(" re S") == std::string::npos);
  stamp.caption = "david@cubeflakes.com";
  const std::string framed = stampedWith(page, stamp);
  CHECK(framed.find(" re S") != std::string::npos);
  CHECK(framed.find(glyphsOf("david@cubeflakes.com")) != std::string::npos);
  stamp.page = 2;  // the file has one
  CHECK(stampedWith(page, stamp).find(" Tj") == std::string::npos);
}

TEST_CASE("A picture is fitted into its box", "[finish]") {
  Stamp stamp;
  stamp.kind = Stamp::Kind::picture;
  stamp.width = stamp.height = 40;
  stamp.picture = fileOf("sample.png");
  const std::string drawn = stampedWith(onePage("/MediaBox [0 0 200 100]"), stamp);
  CHECK(drawn.find("/Picture0 Do") != std::string::npos);
  stamp.picture = {1, 2, 3};
  CHECK(codeOf([&] { (void)stampedWith(onePage("/MediaBox [0 0 200 100]"), stamp); }) == "malformedFile");
}

TEST_CASE("A completed document is handed out with its values, by parts that agree", "[finish]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  CHECK(codeOf([&] { (void)finishedOf(desk, desk.forLuther, sent); }) == "wrongState");
  (void)desk.sign(sent);
  const Download whole = finishedOf(desk, desk.forLuther, sent);
  const Json info = parseStored(whole.info);
  CHECK(info["name"] == "Agreement.pdf");
  CHECK(info["type"] == "pdf");
  CHECK(desk.lastEntry()["operation"] == "document.download");
  CHECK(desk.lastEntry()["detail"]["as"] == "Combined");
  CHECK(countPdfPages(whole.bytes) == sent["files"][0]["pages"].get<std::int64_t>());
  const auto pages = drawnOn(whole.bytes);
  CHECK(shows(pages, "David"));
  CHECK(shows(pages, "11/14/2023"));  // the date of signing, as the field's format wants it
  CHECK(finishedOf(desk, desk.forLuther, sent).bytes == whole.bytes);
  CHECK(signerFinished(desk.engine, desk.tokenOf(sent), Json::object(), 0, 1 << 26).bytes == whole.bytes);
  CHECK(finishedOf(desk, desk.forLuther, sent, "Combined", 100, 10).bytes ==
        Bytes(whole.bytes.begin() + 100, whole.bytes.begin() + 110));
  CHECK(codeOf([&] { (void)finishedOf(desk, desk.hank, sent); }) == "principalRequired");
  CHECK(codeOf([&] { (void)finishedOf(desk, desk.forLuther, sent, "Both"); }) == "invalidRecord");

  const Download apart = finishedOf(desk, desk.forLuther, sent, "Individually");
  CHECK(parseStored(apart.info)["name"] == "Agreement.zip");
  CHECK(parseStored(apart.info)["type"] == "zip");
  CHECK(std::string(textOf(apart.bytes)).starts_with("PK\x03\x04"));
  // An archive is no file to send, though the account holds it.
  CHECK(codeOf([&] { (void)sendFiles(desk, {{"a.zip", apart.bytes}}); }) == "malformedFile");
}

TEST_CASE("Pictures become pages; a Word document stays what it is", "[finish]") {
  SendingDesk desk;
  const Bytes pdf = agreement().files.front().bytes;
  const Json pictures = sendFiles(
      desk, {{"agreement.pdf", pdf}, {"plan.png", fileOf("sample.png")}, {"photo.jpg", fileOf("sample.jpg")}});
  (void)desk.sign(pictures);
  const Download whole = finishedOf(desk, desk.hank, pictures);
  CHECK(countPdfPages(whole.bytes) == pictures["files"][0]["pages"].get<std::int64_t>() + 2);
  CHECK(drawnOn(whole.bytes).back().find("/Picture Do") != std::string::npos);

  const Json words = sendFiles(desk, {{"agreement.pdf", pdf}, {"terms.docx", fileOf("sample.docx")}});
  (void)desk.sign(words);
  CHECK(codeOf([&] { (void)finishedOf(desk, desk.hank, words); }) == "cannotRender");
  const std::string archive(textOf(finishedOf(desk, desk.hank, words, "Individually").bytes));
  CHECK(archive.find("agreement.pdf") != std::string::npos);
  CHECK(archive.find("terms.docx") != std::string::npos);

  const auto handIn = [&](const Json& sent, std::vector<UploadFile> files) {
    Upload upload;
    upload.files = std::move(files);
    return finish(desk.engine, SendingDesk::idOf(sent), upload);
  };
  CHECK(handIn(words, {{"signed.pdf", pdf}})["file"]["sha256"] == crypto::hex(crypto::sha256(pdf)));
  CHECK(desk.lastEntry()["operation"] == "document.finish");
  CHECK(desk.lastEntry()["actor"]["kind"] == "host");
  CHECK(finishedOf(desk, desk.hank, words).bytes == pdf);
  CHECK(std::string(textOf(finishedOf(desk, desk.hank, words, "Individually").bytes)).find("signed.pdf") !=
        std::string::npos);
  CHECK(codeOf([&] { (void)handIn(words, {}); }) == "invalidRecord");
  CHECK(codeOf([&] { (void)handIn(words, {{"signed.png", fileOf("sample.png")}}); }) == "malformedFile");
  CHECK(codeOf([&] { (void)handIn(desk.send(desk.hank), {{"signed.pdf", pdf}}); }) == "wrongState");
  CHECK(codeOf([&] { (void)finish(desk.engine, "01890000-0000-7000-8000-00000000000a", agreement()); }) ==
        "documentNotFound");
}

TEST_CASE("A brand may frame signatures and put the certificate behind the document", "[finish]") {
  SendingDesk desk;
  const std::string brand =
      makeBrandId(desk.engine, desk.luther,
                  {{"combineAuditTrail", true},
                   {"signatureFrameSettings", {{"enableSignatureFrame", true}, {"showRecipientEmail", true}}}});
  Json request = SendingDesk::record();
  request["brandId"] = brand;
  const Json sent = desk.send(desk.hank, request);
  (void)desk.sign(sent);
  const auto pages = drawnOn(finishedOf(desk, desk.hank, sent).bytes);
  CHECK(static_cast<std::int64_t>(pages.size()) > sent["files"][0]["pages"].get<std::int64_t>());
  CHECK(shows({pages.front()}, "david@cubeflakes.com"));
  CHECK(shows(pages, "What this does not prove"));
}

TEST_CASE("What was made and is forgotten is swept, what is kept stays", "[finish]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  (void)desk.sign(sent);
  const Bytes first = finishedOf(desk, desk.hank, sent).bytes;
  (void)finish(desk.engine, SendingDesk::idOf(sent), agreement());
  desk.engine.setTestClock(startMs + 3 * limits::dayMs);
  CHECK(sweepOrphans(desk.engine, 10) == 1);
  CHECK(finishedOf(desk, desk.hank, sent).bytes != first);
}

TEST_CASE("Files that inflate without end, or nest without end, are not turned into pages", "[finish]") {
  const auto codeOfFile = [](Bytes bytes) {
    return codeOf([&] { (void)combine({{"a.pdf", "pdf", std::move(bytes), {}}}, {}); });
  };
  CHECK(codeOfFile(fileOf("inflates_to_40_mib.pdf")) == "cannotRender");
  CHECK(codeOfFile(fileOf("encrypted.pdf")) == "cannotRender");
  CHECK(codeOfFile(Bytes(20, '%')) == "cannotRender");
  CHECK(codeOf([&] { (void)combine({{"a.png", "png", {1, 2, 3}, {}}}, {}); }) == "malformedFile");
  CHECK(countPdfPages(combine({{"a.pdf", "pdf", fileOf("object_streams.pdf"), {}}}, {})) >= 1);
}
