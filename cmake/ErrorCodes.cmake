# Makes error_codes.h and error_codes.cpp from core/base/errors.json, the one table of all error codes.
function(stead_generate_error_codes json out_dir)
  file(READ ${json} table)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${json})
  string(JSON status_count LENGTH "${table}" statuses)
  string(JSON code_count LENGTH "${table}" codes)
  math(EXPR last_status "${status_count} - 1")
  math(EXPR last_code "${code_count} - 1")
  set(statuses "")
  foreach(i RANGE ${last_status})
    string(JSON name GET "${table}" statuses ${i})
    string(APPEND statuses "  ${name} = ${i},\n")
  endforeach()
  set(codes "")
  set(rows "")
  foreach(i RANGE ${last_code})
    string(JSON name GET "${table}" codes ${i} code)
    string(JSON status GET "${table}" codes ${i} status)
    string(JSON meaning GET "${table}" codes ${i} meaning)
    string(JSON remedy ERROR_VARIABLE no_remedy GET "${table}" codes ${i} remedy)
    if(NOT no_remedy STREQUAL "NOTFOUND")
      set(remedy "")
    endif()
    string(JSON retriable ERROR_VARIABLE no_retriable GET "${table}" codes ${i} retriable)
    if(no_retriable STREQUAL "NOTFOUND" AND retriable)
      set(retriable true)
    else()
      set(retriable false)
    endif()
    string(APPEND codes "  ${name},  // ${meaning}\n")
    string(APPEND rows "    {\"${name}\", Status::${status}, ${retriable}, \"${remedy}\", \"${meaning}\"},\n")
  endforeach()
  set(header "// Generated from core/base/errors.json; do not edit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stead {

enum class Status : std::int32_t {
${statuses}};

enum class Code : std::int32_t {
${codes}};

inline constexpr int codeCount = ${code_count};

[[nodiscard]] const char* codeName(Code code) noexcept;
[[nodiscard]] std::optional<Code> codeNamed(std::string_view name) noexcept;
[[nodiscard]] Status statusOf(Code code) noexcept;
[[nodiscard]] const char* statusName(Status status) noexcept;
[[nodiscard]] bool isRetriable(Code code) noexcept;
// The verb that mends a refusal, \"\" where there is none.
[[nodiscard]] const char* remedyOf(Code code) noexcept;
[[nodiscard]] const char* meaningOf(Code code) noexcept;

}  // namespace stead
")
  set(status_names "")
  foreach(i RANGE ${last_status})
    string(JSON name GET "${table}" statuses ${i})
    string(APPEND status_names "    \"${name}\",\n")
  endforeach()
  set(source "// Generated from core/base/errors.json; do not edit.
#include \"base/error_codes.h\"

#include <array>

namespace stead {
namespace {

struct Row {
  const char* name;
  Status status;
  bool retriable;
  const char* remedy;
  const char* meaning;
};

constexpr std::array<Row, ${code_count}> rows{{
${rows}}};

constexpr std::array<const char*, ${status_count}> statusNames{{
${status_names}}};

const Row& rowOf(Code code) noexcept { return rows[static_cast<std::size_t>(code)]; }

}  // namespace

const char* codeName(Code code) noexcept { return rowOf(code).name; }
Status statusOf(Code code) noexcept { return rowOf(code).status; }
bool isRetriable(Code code) noexcept { return rowOf(code).retriable; }
const char* remedyOf(Code code) noexcept { return rowOf(code).remedy; }
const char* meaningOf(Code code) noexcept { return rowOf(code).meaning; }
const char* statusName(Status status) noexcept { return statusNames[static_cast<std::size_t>(status)]; }

std::optional<Code> codeNamed(std::string_view name) noexcept {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (name == rows[i].name) return static_cast<Code>(i);
  }
  return std::nullopt;
}

}  // namespace stead
")
  file(MAKE_DIRECTORY ${out_dir}/base)
  file(CONFIGURE OUTPUT ${out_dir}/base/error_codes.h CONTENT "${header}" @ONLY)
  file(CONFIGURE OUTPUT ${out_dir}/base/error_codes.cpp CONTENT "${source}" @ONLY)
endfunction()
