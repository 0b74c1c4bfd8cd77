dossierSearch("x-27",[])
<!-- dossier: search/ru/x-27.js -->
