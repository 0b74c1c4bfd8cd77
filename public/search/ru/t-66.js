dossierSearch("t-66","Afederation _L K_de_russie= _L Bni vavZ D= _zB Bor xFmH Dces _zB Deign _SvmB H_ministers_of_the_csto= v5B Brom va Dntieres -T_iB Burther -M ")
<!-- dossier: search/ru/t-66.js -->
