// The record edge: whatever bytes come in, an accepted record reads back as itself through every getter; whatever
// setters are called in whatever order, a failed one leaves the record as it was.
#include "support.h"

using namespace stead_fuzz;
using stead_test::json;

namespace {

constexpr int placesMax = 300;  // of one record; key_at takes time in proportion to its index

std::string token(std::string_view key) {
  std::string escaped;
  for (const char letter : key) {
    if (letter == '~')
      escaped += "~0";
    else if (letter == '/')
      escaped += "~1";
    else
      escaped += letter;
  }
  return escaped;
}

std::string_view keyAt(const Record& record, const std::string& pointer, std::int64_t index) {
  std::int64_t length = 0;
  const char* key = stead_record_key_at(record.get(), pointer.c_str(), index, &length);
  hold(key != nullptr, "a member within the count has a name");
  return {key, static_cast<std::size_t>(length)};
}

std::string readBack(const std::string& text) {
  Record record;
  Error error;
  const stead_status status =
      stead_record_parse(text.data(), static_cast<std::int64_t>(text.size()), out(record), out(error));
  holdOutcome(status, error.get());
  return status == STEAD_OK ? json(record) : std::string();
}

class Walk {
 public:
  explicit Walk(const Record& record) : record_(record) {}

  void place(const std::string& pointer) {
    if (++places_ > placesMax) return;
    const std::int32_t kind = stead_record_kind(record_.get(), pointer.c_str());
    getters(pointer, kind);
    const std::int64_t count = stead_record_count(record_.get(), pointer.c_str());
    if (kind == STEAD_KIND_ARRAY) {
      for (std::int64_t i = 0; i < count && places_ <= placesMax; ++i) place(pointer + "/" + std::to_string(i));
    } else if (kind == STEAD_KIND_OBJECT) {
      members(pointer, count);
    } else {
      hold(count == 0, "only arrays and objects have a count");
    }
  }

 private:
  void getters(const std::string& pointer, std::int32_t kind) {
    const char* at = pointer.c_str();
    std::int64_t length = 0;
    const char* text = stead_record_text(record_.get(), at, &length);
    hold((text != nullptr) == (kind == STEAD_KIND_TEXT), "there is text where the kind says so");
    hold(text == nullptr || text[length] == '\0', "text ends with a NUL");
    hold(kind == STEAD_KIND_INTEGER || stead_record_integer(record_.get(), at) == 0, "an integer is of its kind");
    hold(kind == STEAD_KIND_INTEGER || kind == STEAD_KIND_NUMBER || stead_record_number(record_.get(), at) == 0,
         "a number is of its kind");
    hold(kind == STEAD_KIND_BOOLEAN || stead_record_boolean(record_.get(), at) == 0, "a boolean is of its kind");
  }

  void members(const std::string& pointer, std::int64_t count) {
    copy(pointer);
    for (std::int64_t i = 0; i < count && places_ <= placesMax; ++i) {
      const std::string key(keyAt(record_, pointer, i));
      // A pointer is NUL-terminated: a name that holds one is reached by stead_record_member_text only.
      std::int64_t length = 0;
      const char* text = stead_record_member_text(record_.get(), pointer.c_str(), key.data(),
                                                  static_cast<std::int64_t>(key.size()), &length);
      if (key.find('\0') != std::string::npos) continue;
      const std::string member = pointer + "/" + token(key);
      hold(stead_record_kind(record_.get(), member.c_str()) != STEAD_KIND_ABSENT, "a listed member is there");
      hold(text == stead_record_text(record_.get(), member.c_str(), nullptr),
           "a member has one text, whichever way it is asked for");
      place(member);
    }
  }

  void copy(const std::string& pointer) {
    Record copy;
    Error error;
    holdOutcome(stead_record_copy(record_.get(), pointer.c_str(), out(copy), out(error)), error.get());
    hold(copy.get() != nullptr, "an object can be copied");
    if (pointer.empty()) hold(json(copy) == json(record_), "a copy is equal");
  }

  const Record& record_;
  int places_ = 0;
};

void parse(std::string_view text) {
  Record record;
  Error error;
  const stead_status status =
      stead_record_parse(text.data(), static_cast<std::int64_t>(text.size()), out(record), out(error));
  holdOutcome(status, error.get());
  hold(status == STEAD_OK || status == STEAD_INVALID || status == STEAD_LIMIT, "text is a record, or is refused");
  if (status != STEAD_OK) return;
  hold(readBack(json(record)) == json(record), "an accepted record reads back as itself");
  Walk(record).place("");
}

stead_status change(Record& record, Input& input, const std::string& pointer, std::uint8_t what, Error& error) {
  stead_record* on = record.get();
  const char* at = pointer.c_str();
  switch (what % 9) {
    case 0: {
      const std::string_view text = input.piece();
      return stead_record_set_text(on, at, text.data(), static_cast<std::int64_t>(text.size()), out(error));
    }
    case 1:
      return stead_record_set_integer(on, at, input.integer(), out(error));
    case 2: {
      // Bits as they come: also the infinities and what is not a number.
      const std::int64_t bits = input.integer();
      double number = 0;
      static_assert(sizeof number == sizeof bits);
      __builtin_memcpy(&number, &bits, sizeof number);
      return stead_record_set_number(on, at, number, out(error));
    }
    case 3:
      return stead_record_set_boolean(on, at, input.byte(), out(error));
    case 4:
      return stead_record_set_null(on, at, out(error));
    case 5:
      return stead_record_set_array(on, at, out(error));
    case 6:
      return stead_record_set_record(on, at, on, out(error));
    case 7: {
      const std::string_view key = input.piece();
      const std::string_view text = input.piece();
      return stead_record_set_member(on, at, key.data(), static_cast<std::int64_t>(key.size()), text.data(),
                                     static_cast<std::int64_t>(text.size()), out(error));
    }
    default:
      return stead_record_remove(on, at, out(error));
  }
}

void holdChanged(const Record& record, const std::string& pointer, std::uint8_t what) {
  constexpr std::int32_t kinds[] = {STEAD_KIND_TEXT,    STEAD_KIND_INTEGER, STEAD_KIND_NUMBER,
                                    STEAD_KIND_BOOLEAN, STEAD_KIND_NULL,    STEAD_KIND_ARRAY,
                                    STEAD_KIND_OBJECT,  STEAD_KIND_OBJECT,  STEAD_KIND_ABSENT};
  if (pointer.ends_with("/-") || pointer.find("/-/") != std::string::npos) return;  // it names another place now
  const std::int32_t kind = stead_record_kind(record.get(), pointer.c_str());
  const std::int32_t want = kinds[what % 9];
  if (want == STEAD_KIND_NUMBER && kind == STEAD_KIND_INTEGER) return;
  if (want == STEAD_KIND_ABSENT) return;  // the element behind it may have moved here
  hold(kind == want, "what was set is there");
}

void change(Input& input) {
  Record record;
  Error error;
  holdOutcome(stead_record_new(out(record), out(error)), error.get());
  while (!input.empty()) {
    const std::string before = json(record);
    if (before.size() > 16384) break;  // doubled by setting it into itself often enough
    const std::uint8_t what = input.byte();
    const std::string pointer(input.piece());
    const std::string named = pointer.substr(0, pointer.find('\0'));
    const stead_status status = change(record, input, pointer, what, error);
    holdOutcome(status, error.get());
    hold(status == STEAD_OK || status == STEAD_INVALID || status == STEAD_LIMIT, "a change is made, or is refused");
    if (status == STEAD_OK)
      holdChanged(record, named, what);
    else
      hold(json(record) == before, "a refused change leaves the record as it was");
  }
  hold(readBack(json(record)) == json(record), "a record that was made reads back as itself");
  Walk(record).place("");
}

}  // namespace

// First byte '0': a script of changes. Any other: the text of a record.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  if (input.rest().substr(0, 1) != "0") {
    parse(input.rest());
    return 0;
  }
  (void)input.byte();
  change(input);
  return 0;
}
