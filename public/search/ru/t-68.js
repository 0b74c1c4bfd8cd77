dossierSearch("t-68","Ahairatan 3H_I I= 3H Gon 3H I= 3H ")
<!-- dossier: search/ru/t-68.js -->
