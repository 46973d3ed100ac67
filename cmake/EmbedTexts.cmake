# Makes one .cpp that holds the texts of the mails, so that the library needs no file at run time.
function(stead_embed_texts json out)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${json})
  file(READ ${json} text)
  set(source "// Generated from core/notifications/texts/en.json; do not edit.
#include \"notifications/texts.h\"

namespace stead::notifications {

std::string_view englishTexts() noexcept {
  return R\"stead_texts(${text})stead_texts\";
}

}  // namespace stead::notifications
")
  file(CONFIGURE OUTPUT ${out} CONTENT "${source}" @ONLY)
endfunction()
