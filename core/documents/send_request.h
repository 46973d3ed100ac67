// The send request as accepted: every rule that needs neither store nor clock-driven state has been checked.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/email.h"
#include "base/error.h"
#include "base/json.h"
#include "documents/upload.h"

namespace stead::documents {

enum class FieldType { signature, initial, textBox, checkBox, dateSigned };
[[nodiscard]] const char* fieldTypeName(FieldType type) noexcept;

enum class Validation { none, numbersOnly, emailAddress, currency, customRegex };

struct Field {
  std::string id;  // given or made ("field1"…), unique in the document
  FieldType type = FieldType::signature;
  std::int64_t page = 1;  // 1-based, over the file it names (files count in order)
  std::int64_t file = 0;  // index of the file
  double x = 0, y = 0, width = 0, height = 0;
  bool required = true;
  std::string name;
  std::string value;  // preset
  std::int64_t characterLimit = 0;
  Validation validation = Validation::none;
  std::string regex;
  std::string regexMessage;
  std::string dateFormat;
  std::string look = "{}";  // members that only change how the field looks, as JSON: kept and handed back
  std::string spec;         // of a field to be sent: how it is stored
};

struct Signer {
  std::string name;
  Email email;
  std::int64_t order = 1;
  std::string privateMessage;
  std::string accessCode;  // "" = none; never stored as it is
  std::string locale = "EN";
  std::vector<Field> fields;
};

enum class FileType { pdf, png, jpg, docx, zip };  // a zip is only ever made here, never taken
[[nodiscard]] const char* fileTypeName(FileType type) noexcept;
[[nodiscard]] std::optional<FileType> fileTypeNamed(std::string_view name) noexcept;

struct FileFacts {
  FileType type = FileType::pdf;
  std::optional<std::int64_t> pages;  // images have 1; a docx has none here
};

// A file that the account holds already, so nobody has to look into it again.
struct HeldFile {
  FileFacts facts;
  bool staysHeld = false;  // until the send that follows: nothing needs to be staged
};
using FindHeldFile = std::function<std::optional<HeldFile>(const Hash& sha256)>;

struct SentFile {
  std::string name;
  Hash sha256{};
  std::int64_t size = 0;
  FileType type = FileType::pdf;
  std::optional<std::int64_t> pages;  // as in FileFacts
  bool staged = false;                // its bytes are in the store
};

struct SendRequest {
  std::string title;
  std::string message;
  std::vector<Signer> signers;
  std::vector<Email> cc;
  std::vector<SentFile> files;
  bool signingOrder = false;
  bool disableEmails = false;
  std::int64_t expiresAt = 0;  // computed from expiryDateType/expiryValue and the start moment
  bool expiryGiven = false;    // else the brand may say when
  std::optional<std::int64_t> scheduledSendAt;
  std::vector<std::string> labels;
  std::string metaData = "{}";
  std::optional<std::string> brandId;
  std::optional<std::string> requestId;
  std::string body;  // the record as stored: secrets cut out, defaults filled in
};

// Reads record + upload, all violations at once by field path. Hashes the files; tells type and pages by content of
// those that `findHeld` does not know. Throws Code::invalidRecord, malformedFile, tooLarge, or notSupportedYet by
// field.
[[nodiscard]] SendRequest readSendRequest(const Json& record, const Upload& upload, std::int64_t now,
                                          const FindHeldFile& findHeld = {});

// Checks the values a signer hands in against his fields; violations by path "/values/<fieldId>". Answers what is to be
// stored per field id (DateSigned is filled with `now`).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> acceptValues(const std::vector<Field>& fields,
                                                                            const Json& values, std::int64_t now,
                                                                            Violations& violations);

// A field as stored in document_field.spec, and back: the member names of the request, all defaults filled in, the
// members of its look among them.
[[nodiscard]] std::string writeFieldSpec(const Field& field);
[[nodiscard]] Field readFieldSpec(std::string_view spec);

}  // namespace stead::documents
