# Warnings are errors, per target.
function(stead_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                                           $<$<BOOL:${STEAD_WERROR}>:-Werror>)
endfunction()
