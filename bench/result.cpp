#include "result.h"

#include <stdlib.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "base/error.h"

namespace stead::bench {
namespace {

using Json = nlohmann::ordered_json;

Json asJson(const Spread& spread) { return {{"median", spread.median}, {"low", spread.low}, {"high", spread.high}}; }

void printLine(const std::string& name, const Json& spread) {
  std::printf("  %-34s %12.3f   (%.3f to %.3f)\n", name.c_str(), spread["median"].get<double>(),
              spread["low"].get<double>(), spread["high"].get<double>());
}

std::vector<std::size_t> readSizes(const std::string& text) {
  std::vector<std::size_t> out;
  std::istringstream list(text);
  for (std::string size; std::getline(list, size, ',');) out.push_back(std::stoul(size));
  return out;
}

}  // namespace

Options parseOptions(int argc, char** argv, std::vector<std::size_t> sizes, int rounds) {
  Options out{std::move(sizes), rounds, {}, {}};
  for (int i = 1; i < argc; i += 2) {
    const std::string name = argv[i];
    if (i + 1 == argc) throw std::runtime_error("no value after " + name);
    const std::string value = argv[i + 1];
    if (name == "--sizes") {
      out.sizes = readSizes(value);
    } else if (name == "--rounds") {
      out.rounds = std::stoi(value);
    } else if (name == "--folder") {
      out.folder = value;
    } else if (name == "--json") {
      out.json = value;
    } else {
      throw std::runtime_error("unknown option " + name + "; known are --sizes, --rounds, --folder and --json");
    }
  }
  if (out.rounds < 1) throw std::runtime_error("--rounds must be at least 1");
  return out;
}

Scratch::Scratch(const std::string& folder) : folder_(folder), own_(folder.empty()) {
  if (!own_) {
    std::filesystem::create_directories(folder_);
    return;
  }
  std::string name = (std::filesystem::temp_directory_path() / "stead-bench-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
  folder_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  if (own_) std::filesystem::remove_all(folder_, ignored);
}

std::string Scratch::fresh(const std::string& name) const {
  removeStore(path(name));
  return path(name);
}

void removeStore(const std::string& path) {
  for (const char* beside : {"", "-wal", "-shm", "-journal", ".secret", ".lock"}) {
    std::filesystem::remove(std::filesystem::path(path + beside));
  }
}

struct Result::Parts {
  std::string sized;
  Json json;
};

Result::Result(int row, std::string what, std::string unit, std::string sized) : parts_(std::make_unique<Parts>()) {
  parts_->json = {{"row", row},
                  {"what", what},
                  {"unit", unit},
                  {"sized", sized},
                  {"rounds", 0},
                  {"targets", Json::array()},
                  {"sizes", Json::array()},
                  {"plot", Json::array()},
                  {"notes", Json::array()}};
  parts_->sized = std::move(sized);
}
Result::~Result() = default;

void Result::add(std::size_t size, const Series& series, const std::vector<Quotient>& quotients) {
  Json values = Json::object();
  for (const auto& [name, list] : series.all()) values[name] = asJson(spreadOf(list));
  Json ratios = Json::object();
  for (const auto& [above, below] : quotients) ratios[above + " / " + below] = asJson(series.ratio(above, below));
  parts_->json["sizes"].push_back({{"size", size}, {"values", values}, {"ratios", ratios}});
}

void Result::target(const std::string& what, double measured, Bound bound, double limit) {
  const bool met = bound == Bound::atMost ? measured <= limit : measured >= limit;
  parts_->json["targets"].push_back({{"what", what},
                                     {"measured", measured},
                                     {"bound", bound == Bound::atMost ? "at most" : "at least"},
                                     {"limit", limit},
                                     {"met", met}});
}

void Result::note(const std::string& text) { parts_->json["notes"].push_back(text); }

void Result::plot(std::vector<std::string> names) { parts_->json["plot"] = std::move(names); }

void Result::finish(const Options& options) const {
  Json& json = parts_->json;
  json["rounds"] = options.rounds;
  std::printf("Row %d: %s, %s; medians of %d rounds\n", json["row"].get<int>(),
              json["what"].get_ref<const std::string&>().c_str(), json["unit"].get_ref<const std::string&>().c_str(),
              options.rounds);
  for (const Json& size : json["sizes"]) {
    if (!parts_->sized.empty()) std::printf(" %zu %s\n", size["size"].get<std::size_t>(), parts_->sized.c_str());
    for (const auto& [name, spread] : size["values"].items()) printLine(name, spread);
    for (const auto& [name, spread] : size["ratios"].items()) printLine(name, spread);
  }
  for (const Json& target : json["targets"]) {
    std::printf(" %-62s %9.3f  %s %g%s\n", target["what"].get_ref<const std::string&>().c_str(),
                target["measured"].get<double>(), target["bound"].get_ref<const std::string&>().c_str(),
                target["limit"].get<double>(), target["met"].get<bool>() ? "" : "   MISSED");
  }
  if (options.json.empty()) return;
  std::ofstream file(options.json);
  file << json.dump(1) << '\n';
  if (!file.flush()) throw std::runtime_error("cannot write " + options.json);
}

int runRow(const std::function<void()>& row) {
  try {
    row();
    return 0;
  } catch (const stead::Error& error) {
    std::fprintf(stderr, "%s\n", error.text().c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}

}  // namespace stead::bench
