#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "documents/field_spec.h"
#include "documents/field_values.h"
#include "documents/send_parts.h"

namespace stead::documents {
namespace {

constexpr std::int64_t int32Max = 2147483647;

bool isColour(std::string_view text) {
  return text.empty() || (text.front() == '#' && (text.size() == 4 || text.size() == 7 || text.size() == 9) &&
                          text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos);
}

// Reads the members that only change how the field looks, so that a wrong one is told now and not by a viewer.
std::string readLook(RecordReader& in) {
  Json look = Json::object();
  const auto keep = [&look](const char* name, const auto& value) {
    if (value) look[name] = *value;
  };
  keep("font", in.word("font", {"Helvetica", "Courier", "TimesRoman", "NotoSans", "Carlito"}));
  keep("fontSize", in.number("fontSize", 0, limits::boundsMax));
  for (const char* name : {"fontHexColor", "backgroundHexColor"}) {
    const auto colour = in.text(name);
    if (colour && !isColour(*colour)) in.violation(name, "must be a colour such as #035efc");
    keep(name, colour);
  }
  for (const char* name : {"isBoldFont", "isItalicFont", "isUnderLineFont"}) keep(name, in.boolean(name));
  keep("lineHeight", in.integer("lineHeight", 0, int32Max));
  for (const char* name : {"label", "placeHolder"}) {
    keep(name, in.text(name, {.codePointsMax = limits::fieldValueCodePointsMax, .oneLine = false}));
  }
  keep("textAlign", in.word("textAlign", {"Left", "Center", "Right"}));
  keep("textDirection", in.word("textDirection", {"LTR", "RTL"}));
  keep("characterSpacing", in.number("characterSpacing", -limits::boundsMax, limits::boundsMax));
  keep("tabIndex", in.integer("tabIndex", -1, int32Max));
  keep("resizeOption",
       in.word("resizeOption", {"GrowVertically", "GrowHorizontally", "GrowBoth", "Fixed", "AutoResizeFont"}));
  return look.empty() ? "{}" : writeJson(look);
}

void readBounds(RecordReader& in, Violations& violations, Field& field) {
  const Json* member = in.object("bounds");
  if (member == nullptr) {
    if (!in.has("bounds") || in.isNull("bounds")) in.violation("bounds", "is required: {x, y, width, height}");
    return;
  }
  const Json none = Json::object();
  RecordReader bounds(member->is_object() ? *member : none, violations, in.pathOf("bounds"));
  field.x = bounds.number("x", 0, limits::boundsMax).value_or(0);
  field.y = bounds.number("y", 0, limits::boundsMax).value_or(0);
  field.width = bounds.number("width", 1, limits::boundsMax).value_or(1);
  field.height = bounds.number("height", 1, limits::boundsMax).value_or(1);
  bounds.refuseUnknown();
}

// The rules of a text box; for other types they must say nothing.
void readTextRules(RecordReader& in, Field& field) {
  const bool isText = field.type == FieldType::textBox;
  field.characterLimit = in.integer("characterLimit", 0, int32Max).value_or(0);
  if (const auto word = in.word("validationType", {"None", "NumbersOnly", "EmailAddress", "Currency", "CustomRegex"})) {
    field.validation = *validationNamed(*word);
  }
  const auto regex = in.text("validationCustomRegex", {.oneLine = false});
  field.regex = regex.value_or("");
  field.regexMessage =
      in.text("validationCustomRegexMessage", {.codePointsMax = limits::fieldValueCodePointsMax}).value_or("");
  if (!isText) {
    if (field.characterLimit != 0) in.violation("characterLimit", "is for TextBox fields only");
    if (field.validation != Validation::none) in.violation("validationType", "is for TextBox fields only");
  }
  if (field.validation == Validation::customRegex) {
    const auto problem = patternProblem(field.regex);
    if (problem && (regex || !in.has("validationCustomRegex") || in.isNull("validationCustomRegex"))) {
      in.violation("validationCustomRegex", *problem);
    }
  } else if (!field.regex.empty()) {
    in.violation("validationCustomRegex", "needs validationType CustomRegex");
  }
}

void readDateFormat(RecordReader& in, Field& field) {
  const auto given = in.text("dateFormat");
  const bool some = given && !given->empty();
  if (field.type != FieldType::dateSigned) {
    if (some) in.violation("dateFormat", "is for DateSigned fields only");
    return;
  }
  field.dateFormat = some ? *given : std::string(dateFormatDefault);
  if (!isDateFormat(field.dateFormat)) {
    in.violation("dateFormat",
                 "must be one of MM/dd/yyyy; dd/MM/yyyy; dd-MMM-yyyy; MMM-dd-yyyy; MMM dd, yyyy; dd MMM, yyyy; "
                 "yyyy, MMM dd; yyyy/MM/dd; dd-MM-yyyy; MM-dd-yyyy; yyyy-MM-dd");
  }
}

void readPreset(RecordReader& in, Field& field, bool rulesAreGood) {
  field.value = in.text("value", {.codePointsMax = limits::fieldValueCodePointsMax, .oneLine = false}).value_or("");
  if (field.value.empty()) return;
  if (field.type != FieldType::textBox && field.type != FieldType::checkBox) {
    in.violation("value", std::string("a ") + fieldTypeName(field.type) + " field takes no preset value");
  } else if (rulesAreGood) {
    if (const auto problem = valueProblem(field, field.value)) in.violation("value", *problem);
  }
}

Field readField(const Json& record, Violations& violations, const std::string& path, const Pages& pages) {
  Field field;
  RecordReader in(record, violations, path);
  const auto type = wordOrLater(in, "fieldType", {"Signature", "Initial", "TextBox", "CheckBox", "DateSigned"},
                                {"Label", "RadioButton", "Image", "Attachment", "EditableDate", "Hyperlink", "Dropdown",
                                 "Title", "Company", "Formula", "Drawing"});
  if (type) {
    field.type = *fieldTypeNamed(*type);
  } else if (!in.has("fieldType") || in.isNull("fieldType")) {
    in.violation("fieldType", "is required");
  }
  field.id = in.text("id", {.codePointsMax = limits::fieldIdCodePointsMax}).value_or("");
  field.name = in.text("name", {.codePointsMax = limits::fieldNameCodePointsMax}).value_or("");
  field.required = in.boolean("isRequired").value_or(true);
  if (const auto place = pages.find(in)) {
    field.file = place->file;
    field.page = place->page;
  }
  readBounds(in, violations, field);
  if (type) {
    const std::size_t before = violations.fields().size();
    readTextRules(in, field);
    readDateFormat(in, field);
    readPreset(in, field, violations.fields().size() == before);
  } else {
    // Without a type nobody can say whether these fit it.
    for (const std::string_view name : {"characterLimit", "validationType", "validationCustomRegex",
                                        "validationCustomRegexMessage", "dateFormat", "value"}) {
      (void)in.any(name);
    }
  }
  field.look = readLook(in);
  refuseLaterMembersOfField(in);
  in.refuseUnknown();
  return field;
}

}  // namespace

std::vector<Field> readFields(RecordReader& signer, Violations& violations, const Pages& pages) {
  std::vector<Field> fields;
  const Json* list = signer.array("formFields", limits::fieldsPerSignerMax);
  if (list == nullptr) return fields;
  fields.reserve(list->size());
  for (std::size_t i = 0; i < list->size(); ++i) {
    fields.push_back(readField((*list)[i], violations, signer.pathOf("formFields", i), pages));
  }
  return fields;
}

}  // namespace stead::documents
