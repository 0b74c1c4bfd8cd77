dossierSearch("x-39",[])
<!-- dossier: search/ru/x-39.js -->
