import { describe, expect, test } from '@jest/globals';
import type { Language } from '../text.ts';
import { labelDirection, type Direction } from './label-direction.ts';

describe('the direction of a label', () => {
  test.each<[Language, string, Direction]>([
    ['fi', 'erittäin tyytymätön', -1],
    ['fi', 'melko tyytyväinen', 1],
    ['fi', 'täysin eri mieltä', -1],
    ['fi', 'hieman samaa mieltä', 1],
    ['fi', 'ei lainkaan tärkeä', -1],
    ['fi', 'melko tärkeä', 1],
    ['fi', 'epätodennäköisesti', -1],
    ['fi', 'vähenee hieman', -1],
    ['fi', 'kasvaa selvästi', 1],
    ['fi', 'jonkin verran', null],
    ['fi', 'enemmän', null],
    ['fi', 'ei samaa eikä eri mieltä', null],
    ['sv', 'ganska missnöjd', -1],
    ['sv', 'Mycket nöjd', 1],
    ['sv', 'inte nöjd', -1],
    ['sv', 'helt av annan åsikt', -1],
    ['sv', 'delvis av samma åsikt', 1],
    ['sv', 'varken av samma eller annan åsikt', null],
    ['sv', 'inte alls viktigt', -1],
    ['sv', 'ganska viktigt', 1],
    ['sv', 'bibehålls', null],
    ['en', 'fully disagree', -1],
    ['en', 'somewhat agree', 1],
    ['en', 'neither agree nor disagree', null],
    ['en', 'very dissatisfied', -1],
    ['en', 'slightly satisfied', 1],
    ['en', 'not important at all', -1],
    ['en', 'less important', null],
    ['en', 'not dissatisfied', null],
    ['en', 'not at all', null],
  ])('%s: %s', (language, label, expected) => {
    expect(labelDirection(label, language)).toBe(expected);
  });
});
