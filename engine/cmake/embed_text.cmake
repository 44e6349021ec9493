# engine_embed(<room> a.toml b.toml [FROM name=/path ...]): makes the room's files, and others under a name, readable
# through desakota::<room>::embedded_text, so that no file is needed at run time. The room declares that function in its
# embedded_text.h. Of a script, name.js, name.js.sha256 is there as well; of a Debian package's copyright file,
# name.licence, what its authors ask for; style sheets lose the pictures that they point at.
function(engine_embed room)
  cmake_parse_arguments(EMBED "" "" "FROM" ${ARGN})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${room}_embedded_text.cpp)
  set(files ${EMBED_FROM})
  foreach(path IN LISTS EMBED_UNPARSED_ARGUMENTS)
    list(APPEND files ${path}=${CMAKE_CURRENT_SOURCE_DIR}/${room}/${path})
  endforeach()
  list(TRANSFORM files REPLACE "^[^=]*=" "" OUTPUT_VARIABLE inputs)
  set(script ${PROJECT_SOURCE_DIR}/engine/cmake/write_embedded_text.cmake)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DROOM=${room} "-DFILES=${files}" -DOUTPUT=${output} -P ${script}
    DEPENDS ${inputs} ${script} VERBATIM)
  target_sources(desakota_${room} PRIVATE ${output})
endfunction()
