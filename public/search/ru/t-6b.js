dossierSearch("t-6b","Akazakhstan _Z K= _Z Birghizie nO J= nO Istan nO M= nO Hstan nOxvB L= nO Byrgyz nO G_republic= nO Gstan nO K= nO ")
<!-- dossier: search/ru/t-6b.js -->
