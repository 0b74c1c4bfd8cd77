dossierSearch("t-440","Aракет _zB Bеспублика nO Bоссии vZ_H Fйская _L K_федерация= _L Fя _L G= _L Bсмд vavZ E= _zB Bф _L C= _L ")
