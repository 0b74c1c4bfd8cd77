dossierSearch("t-6b","Akazakhstan 7H0DyKvDkCC8JrN7H K= _Z Beep imB Cpt 59B Bill imB2Q Dometr qcrXkC Cnd xFriBrMhJ Crghizi nO I= nO Istan nO M= nO Hstan nOxvB L= nO Bnow mDiZ En sEhBkFjb8P Byrgyz nO G_republ= nO Gstan 7HEuDvCzEqDtCkD2Z7F K= nO ")
<!-- dossier: search/en/t-6b.js -->
