dossierSearch("t-6b","Akazakhstan 7H0DyKvDkCC8JrN7H K= _Z Bilometr qcrXkC Crghiz nO H= nO Histan nO M= nO Hstan 7HEtDvCzEqDtCkD2Z7F5B L= nO Byrgyz nO G_republic= nO Gstan nO K= nO ")
<!-- dossier: search/fr/t-6b.js -->
