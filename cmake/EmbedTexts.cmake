# Makes one .cpp that holds the texts of the mails in all languages of the folder, so that the library needs no file at
# run time. A language is named by its file: de.json is DE.
function(stead_embed_texts folder out)
  file(GLOB catalogues CONFIGURE_DEPENDS ${folder}/*.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${catalogues})
  set(rows "")
  foreach(json IN LISTS catalogues)
    get_filename_component(name ${json} NAME_WE)
    string(TOUPPER ${name} locale)
    file(READ ${json} text)
    string(APPEND rows "    BuiltInTexts{\"${locale}\", R\"stead_texts(${text})stead_texts\"},\n")
  endforeach()
  set(source "// Generated from core/notifications/texts/; do not edit.
#include \"notifications/texts.h\"

#include <algorithm>
#include <array>

namespace stead::notifications {
namespace {

constexpr std::array all{
${rows}};

}  // namespace

std::span<const BuiltInTexts> builtInTexts() noexcept { return all; }

std::string_view englishTexts() noexcept {
  return std::find_if(all.begin(), all.end(), [](const BuiltInTexts& texts) { return texts.locale == \"EN\"; })->json;
}

}  // namespace stead::notifications
")
  file(CONFIGURE OUTPUT ${out} CONTENT "${source}" @ONLY)
endfunction()
