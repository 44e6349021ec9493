# engine_room(<name> HEADERS a.h SOURCES a.cpp DEPENDS <rooms> LIBS <external targets>)
# One room = folder engine/<name> = namespace desakota::<name> = target desakota::<name>.
function(engine_room name)
  cmake_parse_arguments(ROOM "" "" "HEADERS;SOURCES;DEPENDS;LIBS" ${ARGN})
  list(TRANSFORM ROOM_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/${name}/)
  list(TRANSFORM ROOM_SOURCES PREPEND ${name}/)
  set(target desakota_${name})
  add_library(${target} STATIC ${ROOM_SOURCES})
  add_library(desakota::${name} ALIAS ${target})
  target_sources(${target} PUBLIC
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ROOM_HEADERS})
  list(TRANSFORM ROOM_DEPENDS PREPEND desakota:: OUTPUT_VARIABLE rooms)
  target_link_libraries(${target} PUBLIC desakota_flags ${rooms} PRIVATE ${ROOM_LIBS})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  set_property(GLOBAL APPEND_STRING PROPERTY DESAKOTA_RULES
    "list(APPEND ROOMS ${name})\nset(DEPENDS_${name} \"${ROOM_DEPENDS}\")\nset(LIBS_${name} \"${ROOM_LIBS}\")\n")
endfunction()

# Writes what the rooms declared, for check_source_rules.cmake.
function(engine_write_rules file)
  get_property(rules GLOBAL PROPERTY DESAKOTA_RULES)
  file(WRITE ${file} "${rules}")
endfunction()
