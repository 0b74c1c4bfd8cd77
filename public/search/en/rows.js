dossierSearch("rows",{"bits":8,"rows":7})
<!-- dossier: search/en/rows.js -->
