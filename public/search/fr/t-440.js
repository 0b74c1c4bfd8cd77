dossierSearch("t-440","Aракет -zB Bеспублика nO Bоссии vhB Fйская _L K_федерация= _L Fя _L G= _L Bсмд vavZ E= _zB Bф _L C= _L ")
<!-- dossier: search/fr/t-440.js -->
