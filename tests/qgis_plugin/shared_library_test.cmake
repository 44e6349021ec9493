# cmake -DLIBRARY=<the compiled provider> -DNM=<nm> -DREADELF=<readelf> -DBUILD=<build folder> -P shared_library_test.cmake
# The library is a guest in QGIS: it shows only what the plugin's Python side calls, needs no library that does not come
# with QGIS, and looks for none in the folder it was built in.
function(run result)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

run(symbols ${NM} -D --defined-only --format=posix ${LIBRARY})
string(REGEX REPLACE " [^\n]*" "" symbols "${symbols}")
string(REGEX MATCHALL "[^\n]+" symbols "${symbols}")
list(SORT symbols)
if(NOT symbols STREQUAL "desakota_register;desakota_unregister")
  message(SEND_ERROR "Visible from outside, and only desakota_register and desakota_unregister should be:\n${symbols}")
endif()

run(entries ${READELF} -d ${LIBRARY})
if(entries MATCHES "lib(fmt|tomlplusplus|pango-1.0|pangocairo-1.0)\\.so")
  message(SEND_ERROR "The library needs ${CMAKE_MATCH_0}, which may not be there where QGIS is:\n${entries}")
endif()
if(entries MATCHES "RPATH|RUNPATH")
  message(SEND_ERROR "The library looks for others at a path of its own:\n${entries}")
endif()
string(FIND "${entries}" "${BUILD}" place)
if(NOT place EQUAL -1)
  message(SEND_ERROR "The library names the folder it was built in:\n${entries}")
endif()
