#include "documents/field_spec.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_text.h"

namespace stead::documents {
namespace {

constexpr std::array fieldTypes{"Signature", "Initial", "TextBox", "CheckBox", "DateSigned"};
constexpr std::array fileTypes{"pdf", "png", "jpg", "docx", "zip"};
constexpr std::array validations{"None", "NumbersOnly", "EmailAddress", "Currency", "CustomRegex"};
constexpr std::array<std::string_view, 15> lookMembers{"font",
                                                       "fontSize",
                                                       "fontHexColor",
                                                       "isBoldFont",
                                                       "isItalicFont",
                                                       "isUnderLineFont",
                                                       "lineHeight",
                                                       "label",
                                                       "placeHolder",
                                                       "textAlign",
                                                       "textDirection",
                                                       "characterSpacing",
                                                       "backgroundHexColor",
                                                       "tabIndex",
                                                       "resizeOption"};

template <class Enum, std::size_t Size>
std::optional<Enum> named(const std::array<const char*, Size>& names, std::string_view name) noexcept {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<Enum>(it - names.begin());
}

template <class Value>
Value known(std::optional<Value> value) {
  if (!value) throw Error(Code::storeFailed, "a stored field is damaged");
  return *value;
}

}  // namespace

const char* fieldTypeName(FieldType type) noexcept { return fieldTypes[static_cast<std::size_t>(type)]; }
const char* fileTypeName(FileType type) noexcept { return fileTypes[static_cast<std::size_t>(type)]; }
std::optional<FileType> fileTypeNamed(std::string_view name) noexcept { return named<FileType>(fileTypes, name); }
const char* validationName(Validation validation) noexcept { return validations[static_cast<std::size_t>(validation)]; }
std::optional<FieldType> fieldTypeNamed(std::string_view name) noexcept { return named<FieldType>(fieldTypes, name); }
std::optional<Validation> validationNamed(std::string_view name) noexcept {
  return named<Validation>(validations, name);
}

bool isLookMember(std::string_view name) noexcept {
  return std::find(lookMembers.begin(), lookMembers.end(), name) != lookMembers.end();
}

std::string writeFieldSpec(const Field& field) {
  JsonText out(512);
  out.beginObject()
      .member("id", field.id)
      .member("fieldType", fieldTypeName(field.type))
      .member("fileIndex", field.file)
      .member("pageNumber", field.page);
  out.name("bounds")
      .beginObject()
      .member("x", field.x)
      .member("y", field.y)
      .member("width", field.width)
      .member("height", field.height)
      .endObject();
  out.member("isRequired", field.required).member("name", field.name).member("value", field.value);
  if (field.type == FieldType::textBox) {
    out.member("characterLimit", field.characterLimit)
        .member("validationType", validationName(field.validation))
        .member("validationCustomRegex", field.regex)
        .member("validationCustomRegexMessage", field.regexMessage);
  }
  if (field.type == FieldType::dateSigned) out.member("dateFormat", field.dateFormat);
  return out.membersOf(field.look).endObject().take();
}

Field readFieldSpec(std::string_view spec) {
  const Json record = parseStored(spec);
  try {
    Field field;
    field.id = record.at("id").get<std::string>();
    field.type = known(fieldTypeNamed(record.at("fieldType").get_ref<const std::string&>()));
    field.file = record.at("fileIndex").get<std::int64_t>();
    field.page = record.at("pageNumber").get<std::int64_t>();
    const Json& bounds = record.at("bounds");
    field.x = bounds.at("x").get<double>();
    field.y = bounds.at("y").get<double>();
    field.width = bounds.at("width").get<double>();
    field.height = bounds.at("height").get<double>();
    field.required = record.at("isRequired").get<bool>();
    field.name = record.at("name").get<std::string>();
    field.value = record.at("value").get<std::string>();
    if (field.type == FieldType::textBox) {
      field.characterLimit = record.at("characterLimit").get<std::int64_t>();
      field.validation = known(validationNamed(record.at("validationType").get_ref<const std::string&>()));
      field.regex = record.at("validationCustomRegex").get<std::string>();
      field.regexMessage = record.at("validationCustomRegexMessage").get<std::string>();
    }
    if (field.type == FieldType::dateSigned) field.dateFormat = record.at("dateFormat").get<std::string>();
    Json look = Json::object();
    for (const auto& [name, value] : record.items()) {
      if (isLookMember(name)) look[name] = value;
    }
    field.look = writeJson(look);
    return field;
  } catch (const Json::exception&) {
    throw Error(Code::storeFailed, "a stored field is damaged");
  }
}

}  // namespace stead::documents
