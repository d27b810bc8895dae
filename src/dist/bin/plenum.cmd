@echo off
rem Starts Plenum; "plenum --help" lists options and settings.
rem JAVA_HOME chooses a Java (17 or newer); JAVA_OPTS has options for it, such as -Xmx1g.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %JAVA_OPTS% -jar "%~dp0..\plenum.jar" %*
exit /b %ERRORLEVEL%
