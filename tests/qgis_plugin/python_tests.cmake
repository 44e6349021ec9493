# The plugin's Python side, run by the Python that QGIS uses, once in each language.
find_program(DESAKOTA_QGIS_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
set(without_qgis TRUE)
if(DESAKOTA_QGIS_PYTHON)
  execute_process(COMMAND ${DESAKOTA_QGIS_PYTHON} -c "import qgis.core" RESULT_VARIABLE without_qgis OUTPUT_QUIET
    ERROR_QUIET)
endif()
if(NOT without_qgis EQUAL 0)
  message(STATUS "Without the tests of the plugin's Python side (no python3-qgis)")
  return()
endif()

set(subjects choice_widget messages models native parameters program same_as_command_line scenario sources
  styles)
set(compiled "")
if(TARGET desakota_qgis)
  list(APPEND subjects both_ways)
  set(compiled $<TARGET_FILE_DIR:desakota_qgis>)
endif()
foreach(subject IN LISTS subjects)
  foreach(language IN ITEMS en id)
    set(locale C.UTF-8)
    if(language STREQUAL "id")
      set(locale id_ID.UTF-8)
    endif()
    add_test(NAME qgis_plugin.${subject}.${language}
      COMMAND ${CMAKE_COMMAND} -E env LANG=${locale} DESAKOTA_PROGRAM=$<TARGET_FILE:desakota>
        DESAKOTA_SOURCE=${PROJECT_SOURCE_DIR} DESAKOTA_COMPILED=${compiled} ${DESAKOTA_QGIS_PYTHON} -B
        ${PROJECT_SOURCE_DIR}/tests/qgis_plugin/${subject}_test.py)
    set_tests_properties(qgis_plugin.${subject}.${language} PROPERTIES LABELS qgis_plugin)
  endforeach()
endforeach()

# The same results from the compiled provider.
if(TARGET desakota_qgis)
  add_test(NAME qgis_plugin.same_as_command_line.compiled
    COMMAND ${CMAKE_COMMAND} -E env LANG=id_ID.UTF-8 DESAKOTA_PROGRAM=$<TARGET_FILE:desakota>
      DESAKOTA_SOURCE=${PROJECT_SOURCE_DIR} DESAKOTA_PLUGIN=${compiled} ${DESAKOTA_QGIS_PYTHON} -B
      ${PROJECT_SOURCE_DIR}/tests/qgis_plugin/same_as_command_line_test.py)
  set_tests_properties(qgis_plugin.same_as_command_line.compiled PROPERTIES LABELS qgis_plugin)
endif()

# The whole plugin in QGIS Desktop, on a screen of its own.
find_program(DESAKOTA_XVFB_RUN xvfb-run)
find_program(DESAKOTA_QGIS_DESKTOP qgis.bin)
if(TARGET desakota_qgis AND DESAKOTA_XVFB_RUN AND DESAKOTA_QGIS_DESKTOP)
  foreach(locale IN ITEMS en_US id_ID)
    add_test(NAME qgis_plugin.desktop.${locale}
      COMMAND ${PROJECT_SOURCE_DIR}/tests/qgis_plugin/run_desktop_trial ${CMAKE_BINARY_DIR}/plugin
        ${PROJECT_SOURCE_DIR}/sample_layers/telang.gpkg ${CMAKE_BINARY_DIR}/desktop_trial_${locale} ${locale})
    set_tests_properties(qgis_plugin.desktop.${locale} PROPERTIES LABELS qgis_plugin RUN_SERIAL ON)
  endforeach()
endif()
