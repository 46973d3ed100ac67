# Warnings are errors, per target.
function(stead_warnings target)
  # GCC 12 says of a literal plus a text that it writes beyond its end, which is not so (GCC bug 105329).
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread>)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                                           $<$<BOOL:${STEAD_WERROR}>:-Werror>)
endfunction()
