#!/usr/bin/env bash
# PrimeFaces 15.0.13: on a phone the field that sorts a table shows another order than the table has.
#
# Expected: with reflow="true" a DataTable has a field for narrow windows, whose choices are the columns, ascending and
# descending; of a table that is sorted, descending, it shows that.
# Seen: the rows are descending and so is the heading's sign (ui-icon-triangle-1-s), but no choice is marked as
# selected, so a browser shows the first one, which is ascending.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
add_primefaces
write_faces
cat > war/page.xhtml <<'XML'
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html" xmlns:p="http://primefaces.org/ui">
  <h:head/>
  <h:body>
    <h:form id="form">
      <p:dataTable id="table" value="#{[{'n': 3}, {'n': 2}, {'n': 1}]}" var="line" reflow="true">
        <p:column headerText="Number" sortBy="#{line.n}" sortOrder="descending">
          <b class="number">#{line.n}</b>
        </p:column>
      </p:dataTable>
    </h:form>
  </h:body>
</html>
XML
serve "http://localhost:$port/page.xhtml"
curl -s -m 10 "http://localhost:$port/page.xhtml" > page
rows=$(grep -o 'class="number">[0-9]' page | grep -o '[0-9]$' | tr -d '\n')
heading=$(grep -o 'ui-icon-triangle-1-[ns]' page || true)
choices=$(grep -o '<option [^>]*>[^<]*' page | sed 's/.*>//' | paste -sd, -)
selected=$(grep -o '<option [^>]*selected' page || true)
echo "PrimeFaces $primefaces"
echo "rows: $rows, heading: $heading, choices: $choices; selected: ${selected:-none}"
[ "$rows" = 321 ] && [ "$heading" = ui-icon-triangle-1-s ] || { echo 'CHANGED: the table is not descending'; exit 1; }
[ "$choices" = 'Number Ascending,Number Descending' ] || { echo 'CHANGED: the field has other choices'; exit 1; }
[ -z "$selected" ] || { echo 'CHANGED: a choice is selected'; exit 1; }
echo 'As before: the field shows its first choice, whatever the order is.'
