dossierSearch("x-63",[])
<!-- dossier: search/ru/x-63.js -->
