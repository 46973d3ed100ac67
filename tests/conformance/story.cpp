#include "story.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace conformance {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t defaultClockMs = 1767225600000;  // 2026-01-01T00:00:00Z

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The steps of a story, those of its include first.
Json stepsOf(const fs::path& path) {
  const Json story = Json::parse(slurp(path));
  Json steps = Json::array();
  if (story.contains("include")) steps = stepsOf(path.parent_path() / story["include"].get<std::string>());
  for (const auto& step : story.at("steps")) steps.push_back(step);
  return steps;
}

void replaceAll(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t i = 0; (i = text.find(what, i)) != std::string::npos; i += with.size()) {
    text.replace(i, what.size(), with);
  }
}

// Follows a pointer in which -1 means the last item of a list; nullptr when there is nothing.
const Json* at(const Json& value, const std::string& pointer) {
  const Json* here = &value;
  for (std::size_t begin = 1; begin <= pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
    std::string token = pointer.substr(begin, end - begin);
    begin = end + 1;
    replaceAll(token, "~1", "/");
    replaceAll(token, "~0", "~");
    if (here->is_object()) {
      const auto it = here->find(token);
      if (it == here->end()) return nullptr;
      here = &*it;
    } else if (here->is_array() && !here->empty() && token == "-1") {
      here = &here->back();
    } else if (here->is_array() && !token.empty() && token.find_first_not_of("0123456789") == std::string::npos) {
      const auto index = std::stoul(token);
      if (index >= here->size()) return nullptr;
      here = &(*here)[index];
    } else {
      return nullptr;
    }
  }
  return here;
}

class Story {
 public:
  Story(const fs::path& path, fs::path sourceRoot, const OpenHost& open)
      : name_(path.stem().string()), sourceRoot_(std::move(sourceRoot)) {
    const Json story = Json::parse(slurp(path));
    Json options = story.value("options", Json::object());
    if (!options.contains("testClockMs")) options["testClockMs"] = defaultClockMs;
    if (!options.contains("testIdSeed")) options["testIdSeed"] = 1;
    now_ = options["testClockMs"];
    std::string pattern = (fs::temp_directory_path() / ("stead-" + name_ + "-XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder for the store");
    folder_ = pattern;
    host_ = open((folder_ / "store.db").string(), options);
  }
  ~Story() {
    host_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Story(const Story&) = delete;
  Story& operator=(const Story&) = delete;

  Result run(const Json& steps) {
    for (const auto& step : steps) {
      ++number_;
      try {
        runStep(step);
      } catch (const KnownGap&) {
        break;
      } catch (const std::exception& problem) {
        fail(problem.what());
      }
      if (!result_.failures.empty()) break;  // what follows rests on this step
    }
    return std::move(result_);
  }

 private:
  void fail(const std::string& what) {
    result_.failures.push_back(name_ + " step " + std::to_string(number_) + " (" + verb_ + "): " + what);
  }

  void transcribe(const std::string& verb, const Json& shown) {
    result_.transcript.push_back(name_ + " " + std::to_string(number_) + " " + verb + " " + shown.dump());
  }

  Json variable(const std::string& name) const {
    if (name == "now") return now_;
    if (name.rfind("now+", 0) == 0) return now_ + std::stoll(name.substr(4));
    if (name.rfind("now-", 0) == 0) return now_ - std::stoll(name.substr(4));
    const auto it = saved_.find(name);
    if (it == saved_.end()) throw std::runtime_error("nothing is saved as ${" + name + "}");
    return it->second;
  }

  Json filled(const Json& value) const {
    if (value.is_string()) {
      const auto& text = value.get_ref<const std::string&>();
      if (text.rfind("${", 0) == 0 && text.find('}') == text.size() - 1) {
        return variable(text.substr(2, text.size() - 3));
      }
      std::string out;
      std::size_t from = 0;
      for (std::size_t begin = 0; (begin = text.find("${", from)) != std::string::npos;) {
        const std::size_t end = text.find('}', begin);
        const Json inner = variable(text.substr(begin + 2, end - begin - 2));
        out += text.substr(from, begin - from) + (inner.is_string() ? inner.get<std::string>() : inner.dump());
        from = end + 1;
      }
      return out + text.substr(from);
    }
    if (value.is_object()) {
      Json out = Json::object();
      for (const auto& [key, member] : value.items()) out[filled(key).get<std::string>()] = filled(member);
      return out;
    }
    if (value.is_array()) {
      Json out = Json::array();
      for (const auto& item : value) out.push_back(filled(item));
      return out;
    }
    return value;
  }

  Call callOf(const Json& step) const {
    Call call;
    call.verb = verb_;
    const auto text = [&](const char* name) { return step.value(name, std::string()); };
    call.session = text("session");
    call.id = text("id");
    call.token = text("token");
    call.key = text("key");
    call.operation = text("operation");
    call.principal = text("principal");
    call.as = text("as");
    call.record = step.value("record", Json::object());
    const Json files = step.value("upload", Json::array());
    for (const auto& file : files) {
      call.upload.push_back({file.at("name"), file.contains("path")
                                                  ? slurp(sourceRoot_ / file["path"].get<std::string>())
                                                  : file.at("text").get<std::string>()});
    }
    call.index = step.value("index", call.index);
    call.from = step.value("from", call.from);
    call.to = step.value("to", call.to);
    call.lease = step.value("lease", call.lease);
    call.offset = step.value("offset", call.offset);
    call.max = step.value("max", call.max);
    call.deep = step.value("deep", call.deep);
    return call;
  }

  void runStep(const Json& raw) {
    verb_ = raw.at("do").get<std::string>();
    // What stands behind the call is filled in after it: it may use what the answer saved.
    Json before = raw;
    before.erase("audit");
    before.erase("outbox");
    const Json step = filled(before);
    if (verb_ == "clock.set" || verb_ == "clock.advance") {
      now_ = verb_ == "clock.set" ? step.at("at").get<std::int64_t>() : now_ + step.at("ms").get<std::int64_t>();
      host_->setClock(now_);
      return;
    }
    const Answer answer = host_->call(callOf(step));
    const Json shown = answer.ok ? answer.value : Json{{"error", answer.value}};
    transcribe(verb_, shown);
    if (verb_ == "session.trusted" && answer.ok && auditor_.empty()) auditor_ = step.at("as");

    if (step.contains("error")) {
      compareError(answer, step["error"]);
    } else if (!answer.ok) {
      fail("failed: " + answer.value.dump());
    } else {
      const Json expectations = step.value("expect", Json::object());
      for (const auto& [pointer, expected] : expectations.items()) {
        compare(answer.value, pointer, expected);
      }
      const Json names = step.value("save", Json::object());
      for (const auto& [name, pointer] : names.items()) {
        const Json* found = at(answer.value, pointer);
        if (found == nullptr) throw std::runtime_error("nothing at " + pointer.get<std::string>() + " to save");
        saved_[name] = *found;
      }
    }
    // The trail first: taking from the outbox may append to it.
    if (raw.contains("audit")) compareAudit(filled(raw["audit"]));
    if (raw.contains("outbox")) compareOutbox(filled(raw["outbox"]));
  }

  void compare(const Json& value, const std::string& pointer, const Json& expected) {
    const Json* found = at(value, pointer);
    if (expected.is_object() && expected.contains("absent")) {
      if (found != nullptr) fail(pointer + " is there: " + found->dump());
    } else if (found == nullptr) {
      fail(pointer + " is missing in " + value.dump());
    } else if (expected == "*") {
      return;
    } else if (expected.is_object() && expected.contains("count")) {
      if (found->size() != expected["count"].get<std::size_t>()) {
        fail(pointer + " has " + std::to_string(found->size()) + " items: " + found->dump());
      }
    } else if (expected.is_object() && expected.contains("contains")) {
      const auto part = expected["contains"].get<std::string>();
      if (!found->is_string() || found->get_ref<const std::string&>().find(part) == std::string::npos) {
        fail(pointer + " does not contain \"" + part + "\": " + found->dump());
      }
    } else if (*found != expected) {
      fail(pointer + " is " + found->dump() + ", expected " + expected.dump());
    }
  }

  void compareError(const Answer& answer, const Json& expected) {
    if (answer.ok) return fail("succeeded: " + answer.value.dump());
    for (const char* member : {"code", "status"}) {
      if (expected.contains(member)) compare(answer.value, std::string("/") + member, expected[member]);
    }
    if (expected.contains("contains")) compare(answer.value, "/text", Json{{"contains", expected["contains"]}});
    if (!expected.contains("fields")) return;
    const Json& fields = answer.value.at("fields");
    compare(answer.value, "/fields", Json{{"count", expected["fields"].size()}});
    for (const auto& wanted : expected["fields"]) {
      const auto found = std::find_if(fields.begin(), fields.end(),
                                      [&](const Json& field) { return field.at("field") == wanted.at(0); });
      if (found == fields.end()) {
        fail("no violation at " + wanted.at(0).dump() + ": " + fields.dump());
      } else if (wanted.at(1) != "*" && found->at("message") != wanted.at(1)) {
        fail("the violation is " + found->dump() + ", expected " + wanted.at(1).dump());
      }
    }
  }

  void compareOutbox(const Json& expected) {
    Call take;
    take.verb = "outbox.take";
    take.record = {{"max", 100}};
    const Answer taken = host_->call(take);
    if (!taken.ok) return fail("outbox.take failed: " + taken.value.dump());
    transcribe(take.verb, taken.value);
    std::vector<std::string> got;
    std::vector<std::string> wanted;
    for (const auto& item : taken.value.at("items")) {
      got.push_back(item.at("kind").get<std::string>() + " to " + item.at("to").at("email").get<std::string>());
      for (const auto& want : expected) {
        if (want.contains("token") && want["kind"] == item["kind"] && want["to"] == item["to"]["email"]) {
          const std::string link = item.at("link");
          saved_[want["token"]] = link.substr(link.rfind('/') + 1);
        }
      }
      Call ack;
      ack.verb = "outbox.ack";
      ack.id = item.at("id");
      ack.lease = item.at("lease");
      if (!host_->call(ack).ok) fail("outbox.ack failed");
    }
    for (const auto& want : expected) {
      wanted.push_back(want.at("kind").get<std::string>() + " to " + want.at("to").get<std::string>());
    }
    std::sort(got.begin(), got.end());
    std::sort(wanted.begin(), wanted.end());
    if (got != wanted) fail("the outbox holds " + Json(got).dump() + ", expected " + Json(wanted).dump());
  }

  void compareAudit(const Json& expected) {
    const Json entries = newEntries();
    if (entries.size() != expected.size()) {
      return fail("audited " + std::to_string(entries.size()) + " entries, expected " +
                  std::to_string(expected.size()) + ": " + entries.dump());
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
      for (const auto& [pointer, value] : expected[i].items()) compare(entries[i], pointer, value);
    }
  }

  Json newEntries() {
    constexpr std::size_t page = 100;
    Json entries = Json::array();
    for (;;) {
      Call list;
      list.verb = "audit.list";
      list.session = auditor_;
      list.record = {{"from", nextEntry_}, {"pageSize", page}};
      const Answer answer = host_->call(list);
      if (!answer.ok) throw std::runtime_error("audit.list failed: " + answer.value.dump());
      const Json& items = answer.value.at("items");
      for (const auto& item : items) entries.push_back(item.at("entry"));
      nextEntry_ += static_cast<std::int64_t>(items.size());
      if (items.size() < page) return entries;
    }
  }

  std::string name_;
  fs::path sourceRoot_;
  fs::path folder_;
  std::unique_ptr<Host> host_;
  std::int64_t now_ = 0;
  int number_ = 0;
  std::string verb_;
  std::string auditor_;  // the first trusted session
  std::int64_t nextEntry_ = 0;
  std::map<std::string, Json> saved_;
  Result result_;
};

}  // namespace

std::vector<fs::path> stories(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result run(const fs::path& story, const fs::path& sourceRoot, const OpenHost& open) {
  Story one(story, sourceRoot, open);
  return one.run(stepsOf(story));
}

Mentions mentionsOf(const fs::path& story) {
  Mentions out;
  for (const auto& step : stepsOf(story)) {
    out.verbs.push_back(step.at("do"));
    if (step.contains("error") && step["error"].contains("code")) out.codes.push_back(step["error"]["code"]);
    if (step.contains("expect") && step["expect"].contains("/reason")) out.codes.push_back(step["expect"]["/reason"]);
  }
  return out;
}

}  // namespace conformance
