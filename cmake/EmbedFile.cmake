# Makes one .cpp that holds the bytes of a file, so that the library needs no file at run time.
# `declared` names the header that declares `ByteView name() noexcept` in namespace stead::documents.
function(stead_embed_file file name declared out)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "(................................................................................)" "\\1\n    " bytes "${bytes}")
  file(CONFIGURE OUTPUT ${out} CONTENT "// Generated from the file beside it; do not edit.
#include \"@declared@\"

namespace stead::documents {
namespace {
constexpr std::uint8_t bytes[] = {
    @bytes@
};
}  // namespace

ByteView @name@() noexcept { return bytes; }

}  // namespace stead::documents
" @ONLY)
endfunction()
