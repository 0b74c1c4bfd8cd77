dossierSearch("rows",{"bits":8,"rows":4})
<!-- dossier: search/ru/rows.js -->
