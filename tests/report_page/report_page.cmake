# The report's page in a browser: once, for every check.
find_program(DESAKOTA_CHROMIUM chromium)
find_program(DESAKOTA_CHROMEDRIVER chromedriver)
find_program(DESAKOTA_PAGE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
add_executable(desakota_write_page report_page/write_page.cpp)
target_link_libraries(desakota_write_page PRIVATE desakota_made_report)
set(without_selenium TRUE)
if(DESAKOTA_PAGE_PYTHON)
  execute_process(COMMAND ${DESAKOTA_PAGE_PYTHON} -c "import selenium" RESULT_VARIABLE without_selenium OUTPUT_QUIET
    ERROR_QUIET)
endif()
# A browser is slow under sanitizers' eyes for nothing: only the page's text is the engine's work.
if(NOT without_selenium EQUAL 0 OR NOT DESAKOTA_CHROMIUM OR NOT DESAKOTA_CHROMEDRIVER OR DESAKOTA_SANITIZE)
  message(STATUS "Without the test of the report's page in a browser")
  return()
endif()
add_test(NAME report_page.in_a_browser
  COMMAND ${CMAKE_COMMAND} -E env CHROMIUM=${DESAKOTA_CHROMIUM} CHROMEDRIVER=${DESAKOTA_CHROMEDRIVER}
    WRITE_PAGE=$<TARGET_FILE:desakota_write_page> ${DESAKOTA_PAGE_PYTHON} -B
    ${PROJECT_SOURCE_DIR}/tests/report_page/page_test.py)
set_tests_properties(report_page.in_a_browser PROPERTIES LABELS report TIMEOUT 300 RUN_SERIAL ON)
