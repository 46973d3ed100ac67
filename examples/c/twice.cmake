# Runs the demo twice on one fresh store; both runs must end well.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
foreach(run first second)
  execute_process(COMMAND ${PROGRAMS}/demo ${FOLDER} ${DATA} ${PROGRAMS} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "the ${run} run of the demo failed")
  endif()
endforeach()
