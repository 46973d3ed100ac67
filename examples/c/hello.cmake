# Runs the README's example on a fresh store; it must say why Hank may not send yet.
file(GLOB left ${STORE}*)
if(left)
  file(REMOVE ${left})
endif()
execute_process(COMMAND ${PROGRAM} ${STORE} OUTPUT_VARIABLE said RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT said MATCHES "May Hank send for Luther\\? No\\.")
  message(FATAL_ERROR "hello ended with ${result} and said: ${said}")
endif()
