package dev.migratedb.samples.accounts;

import java.math.BigInteger;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** International numbers of accounts (ISO 13616), which the application makes and checks in other places, too. */
@Component
public class Iban {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final String COUNTRY = "DE";
    private static final String BANK = "37040044";

    /** The IBAN of an account with a number of up to ten digits. */
    public String of(String number) {
        String account = BANK + "0".repeat(10 - number.length()) + number;
        int check = 98 - remainder(account + COUNTRY + "00");
        return COUNTRY + String.format(Locale.ROOT, "%02d", check) + account;
    }

    /** Whether the check digits are right. */
    public boolean isValid(String iban) {
        return remainder(iban.substring(4) + iban.substring(0, 4)) == 1;
    }

    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }
}
