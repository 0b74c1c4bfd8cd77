dossierSearch("t-62","Abadgh 3XHrG0B6F F= 3X F_provinc= 3X Cl 7XiO Danc izB Cs uBiEjG3eHlIDzDxE2B Czar _U Beaucoup thB1c Clarus 39BB H= 39B Csoin 9E Bichkek jIuDuC1EsDvCN8C9IvQuDzBR5B H= _1B Celoruss uBrG0DyK0FC8JrN7H3BB J= 39B Dn jI1Nid Cshkek _Y_c H= _1B H_summ= _Y Bokarev 7ERjG6JMzGkE3C7WR H= nkB Cn yLhyB Crd -T_iB Britann 59B Business izB Ct 6VzV By xF ")
<!-- dossier: search/fr/t-62.js -->
