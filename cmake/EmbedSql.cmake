# Makes one .cpp that holds the numbered migrations of a store, so that the library needs no file at run time.
function(stead_embed_migrations dir out)
  file(GLOB files CONFIGURE_DEPENDS ${dir}/*.sql)
  list(SORT files)
  set(rows "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} text)
    string(REPLACE ";" "\\;" text "${text}")
    string(APPEND rows "    R\"stead_sql(${text})stead_sql\",\n")
  endforeach()
  set(source "// Generated from the .sql files beside it; do not edit.
#include \"storage/sqlite/migrations.h\"

#include <array>

namespace stead::sqlite {
namespace {
constexpr std::array texts{
${rows}};
}  // namespace

std::span<const char* const> migrations() noexcept { return texts; }

}  // namespace stead::sqlite
")
  string(REPLACE "\\;" ";" source "${source}")
  file(CONFIGURE OUTPUT ${out} CONTENT "${source}" @ONLY)
endfunction()
