# engine_room(<name> HEADERS a.h SOURCES a.cpp DEPENDS <rooms> LIBS <external targets>)
# One room = folder engine/<name> = namespace desakota::<name> = target desakota::<name>.
option(DESAKOTA_WITHOUT_GDAL "Leave out what needs GDAL: the thread sanitizer cannot judge it" OFF)

function(engine_room name)
  cmake_parse_arguments(ROOM "" "" "HEADERS;SOURCES;DEPENDS;LIBS" ${ARGN})
  set(files ${ROOM_HEADERS} ${ROOM_SOURCES})
  # A source begins with its own header, which so compiles alone (check_source_rules); the others are to be tried.
  set(lone_headers)
  foreach(header IN LISTS ROOM_HEADERS)
    string(REGEX REPLACE "\\.h$" ".cpp" source ${header})
    if(NOT source IN_LIST ROOM_SOURCES)
      list(APPEND lone_headers ${header})
    endif()
  endforeach()
  list(REMOVE_ITEM ROOM_HEADERS ${lone_headers} "")
  list(TRANSFORM ROOM_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/${name}/)
  list(TRANSFORM lone_headers PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/${name}/)
  list(TRANSFORM ROOM_SOURCES PREPEND ${name}/)
  set(target desakota_${name})
  add_library(${target} STATIC ${ROOM_SOURCES})
  add_library(desakota::${name} ALIAS ${target})
  target_sources(${target} PUBLIC
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ROOM_HEADERS}
    FILE_SET lone_headers TYPE HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${lone_headers})
  list(TRANSFORM ROOM_DEPENDS PREPEND desakota:: OUTPUT_VARIABLE rooms)
  target_link_libraries(${target} PUBLIC desakota_flags ${rooms} PRIVATE ${ROOM_LIBS})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON
    INTERFACE_HEADER_SETS_TO_VERIFY lone_headers)
  # Sanitizers: what does no heavy work compiles in half the time without optimization.
  if(name MATCHES "^(analyses|cli|config|io|maps|report|study)$")
    target_compile_options(${target} PRIVATE $<$<CONFIG:Sanitize>:-O0>)
  endif()
  # And what nearly every source includes is read once a room. Only there: a source that lacks an include is to fail.
  if(DESAKOTA_SANITIZE)
    target_precompile_headers(${target} PRIVATE <algorithm> <functional> <map> <memory> <optional> <span> <string>
      <string_view> <utility> <vector> <fmt/format.h>)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
  engine_is_left_out(left_out ${rooms})
  if(left_out OR (DESAKOTA_WITHOUT_GDAL AND "GDAL::GDAL" IN_LIST ROOM_LIBS))
    set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
  endif()
  engine_rules_of(${name} FOLDER engine/${name} FILES ${files} DEPENDS ${ROOM_DEPENDS} LIBS ${ROOM_LIBS})
endfunction()

# engine_rules_of(<name> FOLDER <of the project> FILES a.h a.cpp DEPENDS <rooms> LIBS <external targets>): tells the
# rules what the folder holds and may include.
function(engine_rules_of name)
  cmake_parse_arguments(OF "" "FOLDER" "FILES;DEPENDS;LIBS" ${ARGN})
  set_property(GLOBAL APPEND_STRING PROPERTY DESAKOTA_RULES
    "list(APPEND ROOMS ${name})\nset(FOLDER_${name} ${OF_FOLDER})\nset(DEPENDS_${name} ${OF_DEPENDS})\nset(LIBS_${name} ${OF_LIBS})\nset(FILES_${name} ${OF_FILES})\n")
endfunction()

# Sets <result> to whether any of the rooms (targets) is left out of this build.
function(engine_is_left_out result)
  set(${result} OFF PARENT_SCOPE)
  foreach(room IN LISTS ARGN)
    get_target_property(left_out ${room} EXCLUDE_FROM_ALL)
    if(left_out)
      set(${result} ON PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# engine_program(<room> <program> main.cpp): a program from one further file of the room, in the build folder.
function(engine_program room program file)
  set_property(GLOBAL APPEND_STRING PROPERTY DESAKOTA_RULES "list(APPEND FILES_${room} ${file})\n")
  engine_is_left_out(left_out desakota::${room})
  if(left_out)
    return()
  endif()
  add_executable(${program} ${room}/${file})
  target_link_libraries(${program} PRIVATE desakota::${room})
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endfunction()

# engine_room_tests(<name> a b): tells the rules that tests/<name>/a_test.cpp ... are run.
function(engine_room_tests name)
  set_property(GLOBAL APPEND_STRING PROPERTY DESAKOTA_RULES "list(APPEND TESTS_${name} ${ARGN})\n")
endfunction()

# Writes what the rooms declared, for check_source_rules.cmake. To be called last.
function(engine_write_rules file)
  get_property(rules GLOBAL PROPERTY DESAKOTA_RULES)
  file(WRITE ${file} "${rules}")
endfunction()
