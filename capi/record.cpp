// stead_record: a JSON object that can be made and read without a JSON library.
#include <cmath>
#include <functional>
#include <new>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "guard.h"
#include "record_place.h"

using stead::Json;
using namespace stead::capi;

stead_record::stead_record(Json content)
    : Handle(ofKind), value(std::make_unique<Json>(std::move(content))), bytesAtMost(SIZE_MAX) {}

stead_record::stead_record(Json content, std::string sameAsText)
    : Handle(ofKind),
      value(std::make_unique<Json>(std::move(content))),
      text(std::move(sameAsText)),
      textFresh(true),
      bytesAtMost(text.size()) {}

stead_record::~stead_record() = default;

namespace {

void changed(stead_record& record, std::size_t bytesAtMost) noexcept {
  record.textFresh = false;
  record.bytesAtMost = bytesAtMost;
}

// The size of a record is bounded without writing it out on every change: an upper bound grows with each change, and
// only when that reaches the limit is the change tried on a copy and measured.
void set(stead_record* handle, const Place& place, Json value) {
  stead_record& record = object(handle, "record");
  std::size_t growth = stead::writeJson(value).size() + 8;
  for (const std::string& token : place.tokens) growth += 6 * token.size() + 8;
  if (record.bytesAtMost <= stead::limits::recordBytesMax &&
      record.bytesAtMost + growth <= stead::limits::recordBytesMax) {
    put(*record.value, place, std::move(value));
    changed(record, record.bytesAtMost + growth);
    return;
  }
  Json trial = *record.value;
  put(trial, place, std::move(value));
  const std::size_t size = stead::writeJson(trial).size();
  if (size > stead::limits::recordBytesMax) {
    throw stead::Error(stead::Code::tooLarge,
                       "the record would be larger than " + std::to_string(stead::limits::recordBytesMax) + " bytes");
  }
  *record.value = std::move(trial);
  changed(record, size);
}

stead_status setAt(stead_record* record, const char* pointer, stead_error** error, const std::function<Json()>& value) {
  return guarded(error, [&] {
    (void)object(record, "record");
    const Place place = readPointer(pointer);
    set(record, place, value());
  });
}

const Json* at(const stead_record* record, const char* pointer) noexcept {
  try {
    return usable(record) ? find(*record->value, pointer) : nullptr;
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

const char* borrowed(const std::string& text, std::int64_t* length) noexcept {
  if (length != nullptr) *length = static_cast<std::int64_t>(text.size());
  return text.c_str();
}

const char* nothing(std::int64_t* length) noexcept {
  if (length != nullptr) *length = 0;
  return nullptr;
}

const char* textOf(const Json* value, std::int64_t* length) noexcept {
  if (value == nullptr || !value->is_string()) return nothing(length);
  return borrowed(*value->get_ptr<const std::string*>(), length);
}

}  // namespace

extern "C" {

stead_status stead_record_new(stead_record** record, stead_error** error) {
  return guarded(error, [&] {
    stead_record*& out = output(record, "record");
    out = std::make_unique<stead_record>(Json::object(), "{}").release();
  });
}

stead_status stead_record_parse(const char* json, int64_t length, stead_record** record, stead_error** error) {
  return guarded(error, [&] {
    stead_record*& out = output(record, "record");
    if (json == nullptr) refuseNull("json");
    out = newRecord(stead::parseRecord(bytesArgument(json, length, "json")));
  });
}

stead_status stead_record_copy(const stead_record* record, const char* pointer, stead_record** copy,
                               stead_error** error) {
  return guarded(error, [&] {
    stead_record*& out = output(copy, "copy");
    (void)object(record, "record");
    (void)readPointer(pointer);
    const Json* value = at(record, pointer);
    if (value == nullptr || !value->is_object()) refuseArgument("pointer", "names no object");
    out = newRecord(*value);
  });
}

const char* stead_record_json(const stead_record* record, int64_t* length) {
  if (!usable(record)) return nothing(length);
  try {
    if (!record->textFresh) {
      record->text = stead::writeJson(*record->value);
      record->textFresh = true;
    }
    return borrowed(record->text, length);
  } catch (...) {
    return nothing(length);
  }
}

stead_status stead_record_set_text(stead_record* record, const char* pointer, const char* text, int64_t length,
                                   stead_error** error) {
  return setAt(record, pointer, error, [&] { return Json(textArgument(text, length, "text")); });
}

stead_status stead_record_set_integer(stead_record* record, const char* pointer, int64_t value, stead_error** error) {
  return setAt(record, pointer, error, [&] {
    if (value > stead::limits::integerAbsMax || value < -stead::limits::integerAbsMax) {
      refuseArgument("value", "is outside ±(2^53 - 1)");
    }
    return Json(value);
  });
}

stead_status stead_record_set_number(stead_record* record, const char* pointer, double value, stead_error** error) {
  return setAt(record, pointer, error, [&] {
    if (!std::isfinite(value) || std::fabs(value) > static_cast<double>(stead::limits::integerAbsMax)) {
      refuseArgument("value", "is not a number within ±(2^53 - 1)");
    }
    return std::trunc(value) == value ? Json(static_cast<std::int64_t>(value)) : Json(value);
  });
}

stead_status stead_record_set_boolean(stead_record* record, const char* pointer, int32_t value, stead_error** error) {
  return setAt(record, pointer, error, [&] { return Json(value != 0); });
}

stead_status stead_record_set_null(stead_record* record, const char* pointer, stead_error** error) {
  return setAt(record, pointer, error, [&] { return Json(nullptr); });
}

stead_status stead_record_set_array(stead_record* record, const char* pointer, stead_error** error) {
  return setAt(record, pointer, error, [&] { return Json::array(); });
}

stead_status stead_record_set_record(stead_record* record, const char* pointer, const stead_record* value,
                                     stead_error** error) {
  return setAt(record, pointer, error, [&] { return Json(*object(value, "value").value); });
}

stead_status stead_record_set_member(stead_record* record, const char* pointer, const char* key, int64_t key_length,
                                     const char* text, int64_t text_length, stead_error** error) {
  return guarded(error, [&] {
    (void)object(record, "record");
    if (key == nullptr) refuseNull("key");
    Place place = readPointer(pointer);
    place.tokens.emplace_back(textArgument(key, key_length, "key"));
    place.endsInMember = true;
    const std::string_view value = textArgument(text, text_length, "text");
    set(record, place, text == nullptr ? Json(nullptr) : Json(value));
  });
}

stead_status stead_record_remove(stead_record* record, const char* pointer, stead_error** error) {
  return guarded(error, [&] {
    stead_record& from = object(record, "record");
    take(*from.value, readPointer(pointer));
    changed(from, from.bytesAtMost);
  });
}

int32_t stead_record_kind(const stead_record* record, const char* pointer) {
  const Json* value = at(record, pointer);
  if (value == nullptr) return STEAD_KIND_ABSENT;
  if (value->is_null()) return STEAD_KIND_NULL;
  if (value->is_boolean()) return STEAD_KIND_BOOLEAN;
  if (value->is_number_integer()) return STEAD_KIND_INTEGER;
  if (value->is_number()) return STEAD_KIND_NUMBER;
  if (value->is_string()) return STEAD_KIND_TEXT;
  return value->is_array() ? STEAD_KIND_ARRAY : STEAD_KIND_OBJECT;
}

const char* stead_record_text(const stead_record* record, const char* pointer, int64_t* length) {
  return textOf(at(record, pointer), length);
}

int64_t stead_record_integer(const stead_record* record, const char* pointer) {
  const Json* value = at(record, pointer);
  return value != nullptr && value->is_number_integer() ? value->get<std::int64_t>() : 0;
}

double stead_record_number(const stead_record* record, const char* pointer) {
  const Json* value = at(record, pointer);
  return value != nullptr && value->is_number() ? value->get<double>() : 0;
}

int32_t stead_record_boolean(const stead_record* record, const char* pointer) {
  const Json* value = at(record, pointer);
  return value != nullptr && value->is_boolean() && value->get<bool>() ? 1 : 0;
}

int64_t stead_record_count(const stead_record* record, const char* pointer) {
  const Json* value = at(record, pointer);
  return value != nullptr && value->is_structured() ? static_cast<std::int64_t>(value->size()) : 0;
}

const char* stead_record_key_at(const stead_record* record, const char* pointer, int64_t index, int64_t* length) {
  const Json* value = at(record, pointer);
  if (value == nullptr || !value->is_object() || index < 0 || index >= static_cast<std::int64_t>(value->size())) {
    return nothing(length);
  }
  return borrowed(std::next(value->begin(), index).key(), length);
}

const char* stead_record_member_text(const stead_record* record, const char* pointer, const char* key,
                                     int64_t key_length, int64_t* length) {
  const Json* value = at(record, pointer);
  if (value == nullptr || !value->is_object() || key == nullptr || key_length < STEAD_NUL_TERMINATED) {
    return nothing(length);
  }
  const auto it =
      value->find(key_length == STEAD_NUL_TERMINATED ? std::string_view(key)
                                                     : std::string_view(key, static_cast<std::size_t>(key_length)));
  return textOf(it == value->end() ? nullptr : &*it, length);
}

void stead_record_free(stead_record* record) { release(record); }

}  // extern "C"
