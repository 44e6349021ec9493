# cmake -DPROGRAM=<desakota> -DLANGUAGE=en|id -DGZIP=<gzip> -DPAGE=<to write>.1.gz -P manual_page.cmake
# The manual page: what --help says of the program, and then of each analysis.
if(LANGUAGE STREQUAL "id")
  set(name NAMA)
else()
  set(name NAME)
endif()

# Sets <result> to what --help prints, as text that man shows line by line.
function(help result)
  execute_process(COMMAND ${PROGRAM} ${ARGN} --help --lang ${LANGUAGE} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\\" "\\e" text "${text}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

help(text)
string(REGEX MATCH "^[^\n]*" title "${text}")
string(REGEX MATCHALL "\n  [a-z\\-]+   " analyses "${text}")
string(REPLACE "${title}\n" "" text "${text}")
set(page ".TH DESAKOTA 1\n.SH ${name}\n${title}\n.SH DESAKOTA\n.nf\n${text}.fi\n")
foreach(analysis IN LISTS analyses)
  string(REGEX REPLACE "[^a-z-]" "" analysis "${analysis}")
  help(text ${analysis})
  string(TOUPPER ${analysis} heading)
  string(APPEND page ".SH ${heading}\n.nf\n${text}.fi\n")
endforeach()

cmake_path(REMOVE_EXTENSION PAGE LAST_ONLY OUTPUT_VARIABLE plain_page)
file(WRITE ${plain_page} "${page}")
execute_process(COMMAND ${GZIP} -9nf ${plain_page} COMMAND_ERROR_IS_FATAL ANY)
