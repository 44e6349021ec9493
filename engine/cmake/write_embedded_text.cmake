# cmake -DROOM=<room> -DFILES="name=/path;name=/path" -DOUTPUT=<file.cpp> -P write_embedded_text.cmake
set(branches "")
function(embed name text)
  string(APPEND branches "    if (path == \"${name}\") return R\"embedded(${text})embedded\";\n")
  set(branches "${branches}" PARENT_SCOPE)
endfunction()

# What a copyright file of Debian's form says of the program itself: whose it is, and the licence in full.
function(licence_of copyright result)
  if(NOT copyright MATCHES "\nFiles: \\*\nCopyright:([^:]*)\nLicense: ([A-Za-z0-9-]+)\n")
    message(FATAL_ERROR "A copyright file says nothing of \"Files: *\".")
  endif()
  set(owners "${CMAKE_MATCH_1}")
  set(licence "${CMAKE_MATCH_2}")
  string(FIND "${copyright}" "\nLicense: ${licence}\n " start)
  if(start EQUAL -1)
    message(FATAL_ERROR "A copyright file lacks the text of ${licence}.")
  endif()
  string(SUBSTRING "${copyright}" ${start} -1 text)
  string(REGEX REPLACE "^\nLicense: [^\n]*\n" "" text "${text}")
  string(FIND "${text}\n\n" "\n\n" end)
  string(SUBSTRING "${text}" 0 ${end} text)
  string(REGEX REPLACE "(^|\n) \\.?" "\\1" text "${text}")
  string(REGEX REPLACE "\n +" "\n" owners "${owners}")
  string(STRIP "${owners}" owners)
  set(${result} "Copyright ${owners}\n\n${text}" PARENT_SCOPE)
endfunction()

foreach(file IN LISTS FILES)
  string(REGEX MATCH "^([^=]*)=(.*)$" parts "${file}")
  set(name "${CMAKE_MATCH_1}")
  file(READ ${CMAKE_MATCH_2} text)
  if(name MATCHES "[.](js|css)$")
    string(REGEX REPLACE "/[/*]# sourceMappingURL=[^ \n]*( [*]/)?" "" text "${text}")
  endif()
  if(name MATCHES "[.]js$")
    string(SHA256 hash "${text}")
    embed(${name}.sha256 ${hash})
  elseif(name MATCHES "[.]css$")
    string(REGEX REPLACE "url\\([^)]*\\)" "none" text "${text}")
  elseif(name MATCHES "[.]licence$")
    licence_of("${text}" text)
  endif()
  embed(${name} "${text}")
endforeach()
file(WRITE ${OUTPUT} "#include \"engine/${ROOM}/embedded_text.h\"

namespace desakota::${ROOM} {

std::string_view embedded_text(std::string_view path) {
${branches}    return {};
}

}  // namespace desakota::${ROOM}
")
