# engine_embed(<room> a.toml b.toml): makes the room's files readable through desakota::<room>::embedded_text, so
# that no file is needed at run time. The room declares that function in its embedded_text.h.
function(engine_embed room)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${room}_embedded_text.cpp)
  list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/${room}/ OUTPUT_VARIABLE inputs)
  set(script ${PROJECT_SOURCE_DIR}/engine/cmake/write_embedded_text.cmake)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DROOM=${room} -DFOLDER=${CMAKE_CURRENT_SOURCE_DIR}/${room} "-DFILES=${ARGN}"
      -DOUTPUT=${output} -P ${script}
    DEPENDS ${inputs} ${script} VERBATIM)
  target_sources(desakota_${room} PRIVATE ${output})
endfunction()
