# cmake -DROOM=<room> -DFOLDER=<folder> -DFILES="a;b" -DOUTPUT=<file.cpp> -P write_embedded_text.cmake
set(branches "")
foreach(path IN LISTS FILES)
  file(READ ${FOLDER}/${path} text)
  string(APPEND branches "    if (path == \"${path}\") return R\"embedded(${text})embedded\";\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"engine/${ROOM}/embedded_text.h\"

namespace desakota::${ROOM} {

std::string_view embedded_text(std::string_view path) {
${branches}    return {};
}

}  // namespace desakota::${ROOM}
")
